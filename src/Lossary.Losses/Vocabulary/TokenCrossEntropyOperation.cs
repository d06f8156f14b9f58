using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of all tokens of a batch of sequences as one operation.</summary>
internal static class TokenCrossEntropyOperation
{
    /// <summary>The loss of each token.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="logits">Shape <c>[n, t, c]</c>.</param>
    /// <param name="targets">What the classes count, a row for each token.</param>
    /// <returns>Shape <c>[n, t]</c>.</returns>
    public static unsafe Tensor<T> TokenCrossEntropy<T>(this Tape<T> tape, Tensor<T> logits, ScoreTargets targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = logits.Shape;
        Tensor<T> output = tape.Rent(new Shape(shape[0], shape[1]));
        int rows = output.Shape.Length;
        ScoreTotals totals = ScoreTotals.Rent(tape, rows);
        fixed (T* scores = logits.Values)
        {
            ScoreRows.Take(new ScoreBlock<T> { Scores = scores, Rows = rows, Columns = shape[2] }, targets, totals);
        }

        for (int row = 0; row < rows; row++)
        {
            output.Values[row] = T.CreateTruncating(
                targets.ValueOf(row, totals.LogTotal[row], totals.OfTarget[row], totals.Weighted[row]));
        }

        if (tape.TryRecord(output, logits.RequiresGradient, out TokenCrossEntropyRecord<T>? record))
        {
            record.Keep(logits, targets, totals);
        }

        return output;
    }
}

/// <summary>∂logits = ∂output · (scale · softmax − what the target counts).</summary>
internal sealed class TokenCrossEntropyRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T> _logits = null!; // Set right after the record is taken.
    private ScoreTargets _targets = null!; // Set right after the record is taken.
    private ScoreTotals _totals;

    /// <summary>Keeps what the backward half needs.</summary>
    public void Keep(Tensor<T> logits, ScoreTargets targets, in ScoreTotals totals)
    {
        _logits = logits;
        _targets = targets;
        _totals = totals;
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, _logits);

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T> scores = tape.Reshape(inputs[0], new Shape(Output.Shape.Length, _logits.Shape[2]));
        return tape.Reshape(ScoreComposition.Compute(tape, scores, _targets, null), Output.Shape);
    }

    protected internal override unsafe void Backward(Tape<T> tape)
    {
        if (!_logits.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        fixed (T* scores = _logits.Values, to = gradient)
        {
            ScoreBlock<T> block = new()
            {
                Scores = scores,
                Result = to,
                Accumulate = accumulate,
                Rows = Output.Shape.Length,
                Columns = _logits.Shape[2],
            };
            ScoreRows.Differentiate(block, Output.Gradient, _targets, _totals);
        }
    }
}
