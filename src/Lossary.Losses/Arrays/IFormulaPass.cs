using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What is computed of a formula of several numbers over a run of samples.</summary>
internal interface IFormulaPass
{
    /// <summary>Runs the formula over a run of samples.</summary>
    static abstract void Run<TFormula, TLane, T>(
        TFormula formula, in FormulaSheet<T> sheet, uint wanted, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>The values, and the derivatives by each number that is wanted.</summary>
internal readonly struct SlopePass : IFormulaPass
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TFormula, TLane, T>(
        TFormula formula, in FormulaSheet<T> sheet, uint wanted, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (wanted == 0)
        {
            HotLoop.Run(new FormulaSweep<TFormula, TLane, T>(formula, in sheet, range));
        }
        else
        {
            HotLoop.Run(new FormulaSlopeSweep<TFormula, TLane, T>(formula, in sheet, wanted, range));
        }
    }
}

/// <summary>The second derivatives by the one number that is wanted, where the first ones stand else.</summary>
internal readonly struct CurvaturePass : IFormulaPass
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TFormula, TLane, T>(
        TFormula formula, in FormulaSheet<T> sheet, uint wanted, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        HotLoop.Run(new CurvatureSweep<TFormula, TLane, T>(formula, in sheet, wanted, range));
}
