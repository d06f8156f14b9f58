using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Runs a formula over operands of unlike shapes, on several threads where it is long.</summary>
internal static unsafe partial class BroadcastSweep
{
    /// <summary>From as many elements on, threads share the work: some 50 µs of a cheap formula.</summary>
    public const int SharedLength = 1 << 18;

    private const int PartLength = 1 << 16;

    /// <summary>output = formula(x, y, z), or output + formula(x, y, z).</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="plan">How the operands run along the output.</param>
    /// <param name="x">The first operand; empty where the formula does not read it.</param>
    /// <param name="y">The second.</param>
    /// <param name="z">The third.</param>
    /// <param name="output">As long as the plan; may be an operand of its shape.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    public static void Run<T, TFormula>(
        TFormula formula, in BroadcastPlan plan, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z,
        Span<T> output, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
    {
        System.Diagnostics.Debug.Assert(output.Length == plan.Length);
        if (output.IsEmpty)
        {
            return;
        }

        fixed (T* ofX = x, ofY = y, ofZ = z, to = output)
        {
            if (plan.Length < SharedLength && plan.Rank <= 2)
            {
                RunBlock(new Block<T, TFormula>(
                    formula, accumulate, ofX, ofY, ofZ, to, plan.Steps, plan.RowStrides, plan.Rows, plan.Inner,
                    plan.Inner));
                return;
            }

            Part<T, TFormula> part = new(formula, in plan, ofX, ofY, ofZ, to, accumulate);
            if (plan.Length < SharedLength)
            {
                part.Sweep(0, plan.Rows, 0, plan.Inner);
            }
            else
            {
                WorkerPool.Shared.Run(part.Count, part);
            }
        }
    }

    /// <summary>output = formula(x, y, z) for operands of the output's shape.</summary>
    public static void Run<T, TFormula>(
        TFormula formula, ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> z, Span<T> output,
        bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
    {
        if (output.Length >= SharedLength)
        {
            BroadcastPlan plan = BroadcastPlan.Flat(output.Length);
            Run(formula, in plan, x, y, z, output, accumulate);
            return;
        }

        fixed (T* ofX = x, ofY = y, ofZ = z, to = output)
        {
            RunBlock(new Block<T, TFormula>(
                formula, accumulate, ofX, ofY, ofZ, to, new(1, 1, 1), default, 1, output.Length, output.Length));
        }
    }

    /// <summary>Rows, or stretches of an only row: the same ones for any number of threads.</summary>
    private readonly struct Part<T, TFormula>(
        TFormula formula, in BroadcastPlan plan, T* x, T* y, T* z, T* output, bool accumulate) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IBroadcastFormula
    {
        private readonly BroadcastPlan _plan = plan;

        public int Count => _plan.Rank == 1
            ? Parts(_plan.Inner, PartLength)
            : Parts(_plan.Rows, RowsOfPart);

        private int RowsOfPart => Math.Max(1, PartLength / _plan.Inner);

        public void Run(int index)
        {
            if (_plan.Rank == 1)
            {
                int start = index * PartLength;
                Sweep(0, 1, start, Math.Min(PartLength, _plan.Inner - start));
            }
            else
            {
                int first = index * RowsOfPart;
                Sweep(first, Math.Min(RowsOfPart, _plan.Rows - first), 0, _plan.Inner);
            }
        }

        /// <summary>Does a stretch of every one of some rows, block by block.</summary>
        public void Sweep(int row, int rows, int start, int count)
        {
            BroadcastPlan.Offsets steps = _plan.Steps, strides = _plan.RowStrides;
            while (rows > 0)
            {
                int together = Math.Min(rows, _plan.RowsOfBlock - (row % _plan.RowsOfBlock));
                BroadcastPlan.Offsets at = _plan.At(row);
                RunBlock(new Block<T, TFormula>(
                    formula, accumulate,
                    x + at.X + (start * steps.X), y + at.Y + (start * steps.Y), z + at.Z + (start * steps.Z),
                    output + ((nint)row * _plan.Inner) + start, steps, strides, together, count, _plan.Inner));
                row += together;
                rows -= together;
            }
        }

        private static int Parts(int length, int part) => ((length - 1) / part) + 1;
    }
}
