using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Folds any axes of a tensor, one group of neighbours after the other, the innermost first.</summary>
internal static class AxisReduction
{
    /// <summary>output = the fold of values, or output + that.</summary>
    /// <param name="fold">The fold.</param>
    /// <param name="values">In the input's shape; not empty.</param>
    /// <param name="input">The input's shape.</param>
    /// <param name="kept">The output's shape, broadcast to the input's.</param>
    /// <param name="output">In the kept shape.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    /// <param name="tape">Where memory comes from.</param>
    public static void Run<T, TFold>(
        TFold fold, ReadOnlySpan<T> values, Shape input, Shape kept, Span<T> output, bool accumulate, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFold : struct, IAxisFold
    {
        if (output.IsEmpty)
        {
            return;
        }

        AxisGroups groups = AxisGroups.Of(input, kept);
        if (groups.ReducedCount == 0)
        {
            fold.Run(values, 1, 1, output, accumulate, tape);
            return;
        }

        while (groups.ReducedCount > 1)
        {
            (int outer, int reduced, int inner) = groups.Take();
            Span<T> step = tape.RentMemory(outer * inner).AsSpan();
            fold.Run(values, reduced, inner, step, accumulate: false, tape);
            values = step;
        }

        (_, int last, int within) = groups.Take();
        fold.Run(values, last, within, output, accumulate, tape);
    }
}
