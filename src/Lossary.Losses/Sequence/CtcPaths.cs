using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The memory of one sample's paths: rows of states, with room on both sides that no path can be in.</summary>
/// <remarks>
/// States are the labels with a blank before, between and behind them. All are logarithms of probabilities; a floor
/// stands for that of 0, so that no difference of two infinities is taken.
/// </remarks>
internal readonly unsafe struct CtcTrellis(double* memory, int steps, int states)
{
    /// <summary>The logarithm of no probability at all; sums of many stay finite.</summary>
    public const double Floor = -1e290;

    /// <summary>At or below it a probability is 0.</summary>
    public const double Never = -1e280;

    private const int Lead = 8;

    public int Steps => steps;

    public int States => states;

    /// <summary>From one row to the next; also the states that are computed, in whole lanes.</summary>
    public int Stride => StrideOf(states);

    /// <summary>How many numbers a sample of that size takes.</summary>
    public static long LengthOf(int steps, int states) => ((2L * steps) + 3) * StrideOf(states);

    /// <summary>
    /// The logarithms of the probabilities of all beginnings of paths that are in a state after a step.
    /// </summary>
    public double* Beginnings(int step) => memory + ((nint)step * Stride) + Lead;

    /// <summary>The logarithms of the probabilities of what a state shows at a step.</summary>
    public double* Shown(int step) => memory + ((nint)(steps + step) * Stride) + Lead;

    /// <summary>0 where a path may come from two states before, past a blank; else the floor.</summary>
    public double* Skips => memory + ((nint)(2 * steps) * Stride) + Lead;

    /// <summary>One of two rows for the ends of paths.</summary>
    public double* Ends(int row) => memory + ((nint)((2 * steps) + 1 + (row & 1)) * Stride) + Lead;

    /// <summary>Fills everything with the floor.</summary>
    public void Clear() => new Span<double>(memory, (int)LengthOf(steps, states)).Fill(Floor);

    private static int StrideOf(int states) => ((states + 7) & ~7) + (2 * Lead);
}

/// <summary>Adds up the paths from the first step on.</summary>
internal readonly unsafe struct CtcForward<TLane>(CtcTrellis trellis) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, double>
{
    private readonly CtcTrellis _trellis = trellis;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        CtcTrellis trellis = _trellis;
        nint states = trellis.States;
        double* skips = trellis.Skips;
        for (int step = 1; step < trellis.Steps; step++)
        {
            double* before = trellis.Beginnings(step - 1), now = trellis.Beginnings(step), shown = trellis.Shown(step);
            for (nint i = 0; i < states; i += TLane.Width)
            {
                TLane stay = TLane.Load(in *before, i), advance = TLane.Load(in *before, i - 1);
                TLane skip = TLane.Load(in *before, i - 2) + TLane.Load(in *skips, i);
                TLane largest = TLane.Max(TLane.Max(stay, advance), skip);
                TLane sum = TLane.Exp(stay - largest) + TLane.Exp(advance - largest) + TLane.Exp(skip - largest);
                TLane total = largest + TLane.Log(sum) + TLane.Load(in *shown, i);
                TLane.Store(TLane.AtLeast(total, CtcTrellis.Floor), ref *now, i);
            }
        }

        return 0;
    }
}

/// <summary>
/// Adds up the paths from the last step back, and leaves in place of the beginnings the probability, given the labels,
/// of being in a state at a step.
/// </summary>
internal readonly unsafe struct CtcBackward<TLane>(CtcTrellis trellis, double logLikelihood) : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, double>
{
    private readonly CtcTrellis _trellis = trellis;
    private readonly double _logLikelihood = logLikelihood;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        CtcTrellis trellis = _trellis;
        nint states = trellis.States;
        double* skips = trellis.Skips;
        TLane whole = TLane.Constant(_logLikelihood);
        for (int step = trellis.Steps - 1; step >= 0; step--)
        {
            double* after = trellis.Ends(step + 1), now = trellis.Ends(step);
            double* beginnings = trellis.Beginnings(step), shown = trellis.Shown(step);
            for (nint i = 0; i < states; i += TLane.Width)
            {
                TLane end;
                if (step == trellis.Steps - 1)
                {
                    end = TLane.Load(in *after, i);
                }
                else
                {
                    TLane stay = TLane.Load(in *after, i), advance = TLane.Load(in *after, i + 1);
                    TLane skip = TLane.Load(in *after, i + 2) + TLane.Load(in *skips, i + 2);
                    TLane largest = TLane.Max(TLane.Max(stay, advance), skip);
                    TLane sum = TLane.Exp(stay - largest) + TLane.Exp(advance - largest) + TLane.Exp(skip - largest);
                    end = largest + TLane.Log(sum);
                }

                TLane.Store(TLane.Exp(TLane.Load(in *beginnings, i) + end - whole), ref *beginnings, i);
                TLane.Store(TLane.AtLeast(end + TLane.Load(in *shown, i), CtcTrellis.Floor), ref *now, i);
            }
        }

        return 0;
    }
}
