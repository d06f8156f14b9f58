using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One loss for each group of rows, as one operation: the derivatives are computed with the values.</summary>
/// <remarks>
/// Groups run on all threads, each on one of them, in double precision: the same bits come out for any number of
/// threads. Memory is linear in the rows, also where a formula looks at all pairs of a group.
/// </remarks>
internal static class GroupOperation
{
    /// <summary>Rows in a range for the worker pool: tens of microseconds' work where groups are small.</summary>
    private const int RangeRows = 512;

    /// <summary>A term for each group, <c>[groups]</c>, and what it weighs.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="formula">The formula of one group.</param>
    /// <param name="starts">Each group's first row, and the number of rows.</param>
    /// <param name="columns">
    /// Up to four tensors of one number for each row; only the first may be differentiated by.
    /// </param>
    public static LossTerms<T> Compute<T, TFormula>(
        Tape<T> tape, TFormula formula, int[] starts, params ReadOnlySpan<Tensor<T>> columns)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IGroupFormula
    {
        int groups = starts.Length - 1;
        Tensor<T> output = tape.Rent(new Shape(groups));
        Tensor<T> weights = tape.Rent(new Shape(groups));
        Tensor<T> slopes = tape.Rent(columns[0].Shape);
        int rangeLength = int.Max(1, (int)((long)groups * RangeRows / int.Max(1, starts[^1])));
        WorkerPool.Shared.RunRanges(
            groups, rangeLength, new Job<T, TFormula>(formula, starts, columns, output, weights, slopes));
        if (tape.TryRecord(output, columns[0].RequiresGradient, out GroupRecord<TFormula, T>? record))
        {
            record.Keep(formula, starts, columns, weights, slopes);
        }

        return new(output, weights);
    }

    private readonly ref struct Job<T, TFormula>(
        TFormula formula,
        int[] starts,
        ReadOnlySpan<Tensor<T>> columns,
        Tensor<T> output,
        Tensor<T> weights,
        Tensor<T> slopes) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IGroupFormula
    {
        private const int GradientSlot = 4;
        private readonly TFormula _formula = formula;
        private readonly ReadOnlySpan<Tensor<T>> _columns = columns;

        public void Run(int start, int count)
        {
            GroupMemory memory = GroupMemory.Own;
            for (int group = start; group < start + count; group++)
            {
                int first = starts[group], rows = starts[group + 1] - first;
                GroupRows.Fill(memory, _columns, first, rows);
                Span<double> gradient = memory.Numbers(GradientSlot, rows);
                gradient.Clear();
                double value = _formula.Value(new GroupRows(memory, rows), gradient, out double weight);
                output.Values[group] = T.CreateTruncating(value);
                weights.Values[group] = T.CreateTruncating(weight);
                Narrow(gradient, slopes.Values.Slice(first, rows));
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
