using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What is computed of a formula of several numbers over a run of samples.</summary>
internal interface IFormulaPass
{
    /// <summary>Runs the formula over a run of samples.</summary>
    void Run<TFormula, TLane, T>(TFormula formula, in FormulaSheet<T> sheet, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>The values, and the derivatives by each number that has a bit.</summary>
internal readonly struct SlopePass(uint wanted) : IFormulaPass
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TFormula, TLane, T>(TFormula formula, in FormulaSheet<T> sheet, FormulaRange range)
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

/// <summary>The second derivatives by one number, where the first ones stand else.</summary>
internal readonly struct CurvaturePass(int number) : IFormulaPass
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TFormula, TLane, T>(TFormula formula, in FormulaSheet<T> sheet, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        HotLoop.Run(new CurvatureSweep<TFormula, TLane, T>(formula, in sheet, number, range));
}

/// <summary>
/// The derivatives by each number that has a bit of the formula's slope along a direction, where the first ones stand
/// else.
/// </summary>
/// <param name="wanted">The bits.</param>
/// <param name="first">The first number that the direction moves.</param>
/// <param name="width">How many it moves, from there on.</param>
/// <param name="directions">By how much each of them is moved, a stride of the sheet for each.</param>
internal readonly unsafe struct BendPass(uint wanted, int first, int width, void* directions) : IFormulaPass
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TFormula, TLane, T>(TFormula formula, in FormulaSheet<T> sheet, FormulaRange range)
        where TFormula : struct, ISampleFormula
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T> =>
        HotLoop.Run(
            new BendSweep<TFormula, TLane, T>(formula, in sheet, wanted, new((T*)directions, first, width), range));
}
