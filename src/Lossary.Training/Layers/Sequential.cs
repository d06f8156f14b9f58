using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Layers one after the other, as a layer.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Sequential<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerChain<T> _chain;

    /// <summary>Puts layers one after the other.</summary>
    /// <param name="layers">First to last; none makes a layer that gives back what it gets.</param>
    public Sequential(params IReadOnlyList<Layer<T>> layers)
    {
        _chain = new LayerChain<T>("sequential", layers);
    }

    /// <inheritdoc/>
    public override string Name => "sequential";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer<T>> Inner => _chain.Layers;

    /// <inheritdoc/>
    public override bool IsChain => true;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => _chain.OutputShape(input);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => _chain.Forward(in pass, input);
}
