using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Layers one after the other; the tape is told which one it is in, for messages.</summary>
internal sealed class LayerChain<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Layer<T>[] _layers;
    private readonly string[] _scopes;

    /// <param name="owner">What the layers belong to, as a message calls it; empty for a network.</param>
    /// <param name="layers">First to last.</param>
    public LayerChain(string owner, IReadOnlyList<Layer<T>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        _layers = [.. layers];
        string of = owner.Length == 0 ? "" : $" of {owner}";
        _scopes = [.. _layers.Select((layer, i) => $"layer {i + 1}{of} ({layer.Name})")];
    }

    public IReadOnlyList<Layer<T>> Layers => _layers;

    public Shape OutputShape(Shape input) => _layers.Aggregate(input, (shape, layer) => layer.OutputShape(shape));

    public Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        string? scope = pass.Tape.Scope;
        for (int i = 0; i < _layers.Length; i++)
        {
            pass.Tape.Scope = _scopes[i];
            input = _layers[i].Forward(in pass, input);
        }

        pass.Tape.Scope = scope;
        return input;
    }
}
