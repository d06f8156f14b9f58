using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Layers one after the other, as a layer.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Sequential<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Layer<T>[] _layers;

    /// <summary>Puts layers one after the other.</summary>
    /// <param name="layers">First to last; none makes a layer that gives back what it gets.</param>
    public Sequential(params IReadOnlyList<Layer<T>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers];
    }

    /// <inheritdoc/>
    public override string Name => "sequential";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer<T>> Inner => _layers;

    /// <inheritdoc/>
    public override bool IsChain => true;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        foreach (Layer<T> layer in _layers)
        {
            input = layer.OutputShape(input);
        }

        return input;
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        foreach (Layer<T> layer in _layers)
        {
            input = layer.Forward(in pass, input);
        }

        return input;
    }
}
