using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Runs a formula of several numbers over all samples, in the widest lane that the machine has.</summary>
/// <remarks>Each sample's result is its own, so the same bits come out for any number of threads.</remarks>
internal static class FormulaKernel
{
    /// <summary>Samples in a range for the worker pool: tens of microseconds' work.</summary>
    private const int RangeLength = 8192;

    /// <summary>Runs a pass; what it makes stands on the sheet.</summary>
    /// <param name="pass">What is computed.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="sheet">Where the numbers are, and room for what comes out.</param>
    public static void Run<TPass, TFormula, T>(TPass pass, TFormula formula, in FormulaSheet<T> sheet)
        where TPass : struct, IFormulaPass
        where TFormula : struct, ISampleFormula
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerPool.Shared.RunRanges(sheet.Stride, RangeLength, new Job<TPass, TFormula, T>(pass, formula, in sheet));

    private readonly ref struct Job<TPass, TFormula, T>(
        TPass pass, TFormula formula, ref readonly FormulaSheet<T> sheet)
        : IRangeJob
        where TPass : struct, IFormulaPass
        where TFormula : struct, ISampleFormula
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly TPass _pass = pass;
        private readonly TFormula _formula = formula;
        private readonly ref readonly FormulaSheet<T> _sheet = ref sheet;

        public void Run(int start, int count)
        {
            int end = start + count, whole = Math.Min(end, _sheet.Whole);
            if (start < whole)
            {
                Run(new FormulaRange(start, whole, IsTail: false));
            }

            if (whole < end)
            {
                Run(new FormulaRange(Math.Max(start, whole), end, IsTail: true));
            }
        }

        private void Run(FormulaRange range)
        {
            if (Wide512<T>.IsAccelerated)
            {
                _pass.Run<TFormula, Wide512<T>, T>(_formula, in _sheet, range);
            }
            else if (Wide256<T>.IsAccelerated)
            {
                _pass.Run<TFormula, Wide256<T>, T>(_formula, in _sheet, range);
            }
            else
            {
                _pass.Run<TFormula, Scalar<T>, T>(_formula, in _sheet, range);
            }
        }
    }
}
