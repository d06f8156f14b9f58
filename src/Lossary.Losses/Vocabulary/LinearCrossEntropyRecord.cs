using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The logits of a block of classes again, their gradient G in their place, and then ∂hidden += G · weights,
/// ∂weights = Gᵀ · hidden, ∂bias = Σ rows of G.
/// </summary>
/// <remarks>Where the gradient is itself differentiated, all logits stand in memory at once.</remarks>
internal sealed class LinearCrossEntropyRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private VocabularyLayer<T> _layer = null!; // Set right after the record is taken.
    private ScoreTargets _targets = null!; // Set right after the record is taken.
    private ScoreTotals _totals;

    /// <summary>Keeps what the backward half needs.</summary>
    public void Keep(VocabularyLayer<T> layer, ScoreTargets targets, in ScoreTotals totals)
    {
        _layer = layer;
        _targets = targets;
        _totals = totals;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        Tensor<T>? bias = _layer.Bias;
        bool hasHidden = _layer.Hidden.TryTakeGradient(tape, out Span<T> ofHidden, out bool addsHidden);
        bool hasWeights = _layer.Weights.TryTakeGradient(tape, out Span<T> ofWeights, out bool addsWeights);
        Span<T> ofBias = default;
        bool addsBias = false;
        bool hasBias = bias is not null && bias.TryTakeGradient(tape, out ofBias, out addsBias);
        int width = _layer.Width;
        for (int first = 0; first < _layer.Classes && _layer.Rows > 0; first += _layer.BlockClasses)
        {
            int count = Math.Min(_layer.BlockClasses, _layer.Classes - first);
            Differentiate(tape, first);
            Span<T> slopes = _layer.Block.Values[..(_layer.Rows * count)];
            Matrix<T> upstream = new(slopes, _layer.Rows, count);
            if (hasHidden)
            {
                Matrix<T> weights = _layer.WeightsOf(first, count);
                MatrixProduct.Multiply(in upstream, in weights, default, ofHidden, addsHidden || first > 0, tape);
            }

            if (hasWeights)
            {
                Matrix<T> hidden = _layer.HiddenRows;
                Span<T> own = ofWeights.Slice(first * width, count * width);
                MatrixProduct.Multiply(upstream.Transposed, in hidden, default, own, addsWeights, tape);
            }

            if (hasBias)
            {
                ColumnSums.Run(slopes, ofBias.Slice(first, count), addsBias);
            }
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (_layer.Bias is { } bias)
        {
            pass.Compose(this, _layer.Hidden, _layer.Weights, bias);
        }
        else
        {
            pass.Compose(this, _layer.Hidden, _layer.Weights);
        }
    }

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T> scores = tape.MatMul(inputs[0], tape.Transpose(inputs[1]));
        scores = inputs.Length > 2 ? tape.Add(scores, inputs[2]) : scores;
        return ScoreComposition.Compute(tape, scores, _targets, _layer.ClassWeights);
    }

    private unsafe void Differentiate(Tape<T> tape, int first)
    {
        ScoreBlock<T> block = _layer.Compute(tape, first);
        fixed (T* classWeights = _layer.ClassWeights is null ? default : _layer.ClassWeights.Values)
        {
            ScoreBlock<T> weighted = block with { ClassWeights = classWeights == null ? null : classWeights + first };
            ScoreRows.Differentiate(weighted, Output.Gradient, _targets, _totals);
        }
    }
}
