using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One loss for each row of scores, as one operation: the derivatives are computed with the values.</summary>
/// <remarks>
/// Rows run on all threads, each on one of them, in double precision: the same bits for any number of threads.
/// </remarks>
internal static class RowOperation
{
    /// <summary>About what one thread takes at a time.</summary>
    private const int RangeScores = 4096;

    /// <summary>Terms of rows that have one class each.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Their <c>score</c> and <c>target</c> are read.</param>
    /// <param name="formula">The formula of one row.</param>
    public static LossTerms<T> OfClasses<T, TFormula>(Tape<T> tape, LossInputs<T> inputs, TFormula formula)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IRowFormula =>
            Compute(tape, formula, inputs[ClassCards.Score], inputs[ClassCards.Target], null);

    /// <summary>Terms of rows that have a number for each class.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Their <c>score</c> and <c>label</c> are read.</param>
    /// <param name="formula">The formula of one row.</param>
    public static LossTerms<T> OfLabels<T, TFormula>(Tape<T> tape, LossInputs<T> inputs, TFormula formula)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IRowFormula =>
            Compute(tape, formula, inputs[ClassCards.Score], null, inputs[ClassCards.Label]);

    private static LossTerms<T> Compute<T, TFormula>(
        Tape<T> tape, TFormula formula, Tensor<T> scores, Tensor<T>? targets, Tensor<T>? labels)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IRowFormula
    {
        int rows = scores.Shape[0], classes = scores.Shape[1];
        Tensor<T> output = tape.Rent(new Shape(rows));
        Tensor<T> slopes = tape.Rent(scores.Shape);
        Job<T, TFormula> job = new(formula, scores, targets, labels, output, slopes);
        WorkerPool.Shared.RunRanges(rows, int.Max(1, RangeScores / int.Max(1, classes)), job);
        if (tape.TryRecord(output, scores.RequiresGradient, out RowRecord<TFormula, T>? record))
        {
            record.Cleared().With(scores, slopes);
            record.Formula = formula;
            record.Scores = scores;
            record.Targets = targets;
            record.Labels = labels;
        }

        return new(output);
    }

    private readonly ref struct Job<T, TFormula>(
        TFormula formula,
        Tensor<T> scores,
        Tensor<T>? targets,
        Tensor<T>? labels,
        Tensor<T> output,
        Tensor<T> slopes) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IRowFormula
    {
        private readonly TFormula _formula = formula;

        public void Run(int start, int count)
        {
            GroupMemory memory = GroupMemory.Own;
            int classes = scores.Shape[1];
            for (int row = start; row < start + count; row++)
            {
                int first = row * classes;
                Widen(scores.Values.Slice(first, classes), memory.Numbers(ClassRow.ScoreSlot, classes));
                if (labels is not null)
                {
                    Widen(labels.Values.Slice(first, classes), memory.Numbers(ClassRow.LabelSlot, classes));
                }

                int target = targets is null ? -1 : int.CreateTruncating(targets.Values[row]);
                Span<double> gradient = memory.Numbers(ClassRow.GradientSlot, classes);
                double value = _formula.Value(new ClassRow(memory, row, classes, target), gradient);
                output.Values[row] = T.CreateTruncating(value);
                Narrow(gradient, slopes.Values.Slice(first, classes));
            }
        }

        private static void Widen(ReadOnlySpan<T> from, Span<double> to)
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = double.CreateTruncating(from[i]);
            }
        }

        private static void Narrow(ReadOnlySpan<double> from, Span<T> to)
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = T.CreateTruncating(from[i]);
            }
        }
    }
}
