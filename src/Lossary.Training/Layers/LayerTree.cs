using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Layers with the layers inside them.</summary>
internal static class LayerTree
{
    /// <summary>Every layer, each before its inner ones.</summary>
    public static IEnumerable<Layer<T>> Flatten<T>(IEnumerable<Layer<T>> layers)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        layers.SelectMany(layer => Flatten(layer.Inner).Prepend(layer));

    /// <summary>
    /// Gives each layer a stream of its own, by its place: a change in one leaves the others' draws alone.
    /// </summary>
    public static void Initialize<T>(IReadOnlyList<Layer<T>> layers, RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < layers.Count; i++)
        {
            layers[i].Initialize(random.Split((ulong)i));
            if (layers[i].Inner.Count > 0)
            {
                Initialize(layers[i].Inner, random.Split((ulong)i).Split("inner"));
            }
        }
    }
}
