using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Attention, then two dense layers over each step; each with a way around it and a layer norm.</summary>
/// <remarks>
/// Reference: A. Vaswani et al., "Attention Is All You Need", 2017, arXiv:1706.03762; with the norms first after R.
/// Xiong et al., "On Layer Normalization in the Transformer Architecture", 2020, arXiv:2002.04745. Attention weights
/// themselves are not dropped.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class TransformerBlock<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly MultiHeadAttention<T> _attention;
    private readonly LayerNorm<T> _attentionNorm;
    private readonly Dense<T> _widening;
    private readonly Dense<T> _narrowing;
    private readonly LayerNorm<T> _denseNorm;

    /// <summary>Makes a block.</summary>
    /// <param name="width">The width of a step, in and out; positive.</param>
    /// <param name="heads">How many heads; must divide the width.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public TransformerBlock(int width, int heads, TransformerOptions? options = null)
    {
        Options = options ?? new TransformerOptions();
        _attention = new(width, heads, Options.IsCausal);
        _attentionNorm = new(width);
        int inner = Options.FeedForward ?? checked(4 * width);
        _widening = new(width, inner, Options.Activation);
        _narrowing = new(inner, width);
        _denseNorm = new(width);
        Inner = [_attention, _attentionNorm, _widening, _narrowing, _denseNorm];
    }

    /// <summary>How the block is built.</summary>
    public TransformerOptions Options { get; }

    /// <inheritdoc/>
    public override string Name => string.Concat(
        Options.IsPreNorm ? "transformer block, norms first" : "transformer block",
        Options.Dropout > 0 ? string.Create(CultureInfo.InvariantCulture, $", dropout {Options.Dropout}") : "");

    /// <inheritdoc/>
    public override IReadOnlyList<Layer<T>> Inner { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => _attention.OutputShape(input);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        if (Options.IsPreNorm)
        {
            Tensor<T> asked = _attention.Forward(in pass, _attentionNorm.Forward(in pass, input));
            Tensor<T> middle = pass.Tape.Add(input, Drop(in pass, asked));
            return pass.Tape.Add(middle, Drop(in pass, FeedForward(in pass, _denseNorm.Forward(in pass, middle))));
        }

        Tensor<T> mixed = Drop(in pass, _attention.Forward(in pass, input));
        Tensor<T> sum = _attentionNorm.Forward(in pass, pass.Tape.Add(input, mixed));
        return _denseNorm.Forward(in pass, pass.Tape.Add(sum, Drop(in pass, FeedForward(in pass, sum))));
    }

    private Tensor<T> FeedForward(in ForwardPass<T> pass, Tensor<T> input) =>
        _narrowing.Forward(in pass, Drop(in pass, _widening.Forward(in pass, input)));

    private Tensor<T> Drop(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Noise is null || Options.Dropout == 0 ? input : pass.Tape.Dropout(input, Options.Dropout, pass.Noise);
}
