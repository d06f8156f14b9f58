using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What a recurrence computes beside its output, and keeps for the way back.</summary>
/// <param name="Sums">Shape <c>[time, batch, blocks, units]</c>.</param>
/// <param name="States">Before each step and after the last, <c>[time + 1, batch, units]</c>.</param>
/// <param name="Cells">The same; empty where the cell has none.</param>
internal readonly record struct RecurrentMemory<T>(ArraySegment<T> Sums, ArraySegment<T> States, ArraySegment<T> Cells)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Memory for all steps, or for one at a time.</summary>
    public static RecurrentMemory<T> Rent<TCell>(Tape<T> tape, RecurrentExtents extents, bool keepsSteps)
        where TCell : struct, IRecurrentCell
    {
        int step = checked(extents.Batch * extents.Units<T>());
        int sums = checked(step * TCell.Blocks * (keepsSteps ? extents.Time : 1));
        int states = checked(step * (keepsSteps ? extents.Time + 1 : 1));
        return new(
            tape.RentMemory(sums), tape.RentMemory(states), TCell.HasCell ? tape.RentMemory(states) : default);
    }
}
