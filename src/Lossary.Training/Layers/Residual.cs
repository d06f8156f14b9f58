using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Adds what inner layers make of the input to the input: gradients find a way around them.</summary>
/// <remarks>
/// Reference: K. He, X. Zhang, S. Ren, J. Sun, "Deep Residual Learning for Image Recognition", CVPR 2016,
/// doi:10.1109/CVPR.2016.90.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Residual<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerChain<T> _chain;

    /// <summary>Puts a way around layers.</summary>
    /// <param name="layers">First to last; together they keep the shape of a sample.</param>
    public Residual(params IReadOnlyList<Layer<T>> layers)
    {
        _chain = new LayerChain<T>("residual", layers);
    }

    /// <inheritdoc/>
    public override string Name => "residual";

    /// <inheritdoc/>
    public override IReadOnlyList<Layer<T>> Inner => _chain.Layers;

    /// <inheritdoc/>
    public override bool IsChain => true;

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        Shape output = _chain.OutputShape(input);

        return output == input
            ? output
            : throw new ArgumentException(
                $"The residual layer adds what its layers make to its input; they make {output} of {input}.",
                nameof(input));
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.Add(input, _chain.Forward(in pass, input));
}
