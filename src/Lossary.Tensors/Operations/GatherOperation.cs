using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Rows of a table by index.</summary>
public static class GatherOperation
{
    /// <summary>table[index] for each index; copies.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="table">Shape <c>[rows, …]</c>.</param>
    /// <param name="indices">Integers in 0 … rows − 1, of any shape, exact in floats up to 2²⁴.</param>
    /// <returns>The indices' shape followed by that of a row.</returns>
    /// <exception cref="ArgumentException">
    /// An index is no integer or out of range, or the result has more than six axes.
    /// </exception>
    public static Tensor<T> Gather<T>(this Tape<T> tape, Tensor<T> table, Tensor<T> indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(indices);
        Shape from = table.Shape;
        int rank = indices.Shape.Rank + from.Rank - 1;
        if (from.Rank == 0 || indices.Shape.Rank == 0 || rank > Shape.MaxRank)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Gather", tape.Scope)}: table is {from}, indices is {indices.Shape}; " +
                $"the result has 1 to {Shape.MaxRank} axes.",
                nameof(indices));
        }

        Span<int> extents = stackalloc int[Shape.MaxRank];
        indices.Shape.CopyTo(extents);
        for (int axis = 1; axis < from.Rank; axis++)
        {
            extents[indices.Shape.Rank + axis - 1] = from[axis];
        }

        Tensor<T> output = tape.Rent(new Shape(extents[..rank]));
        RowIndices rows = tape.Indices;
        if (tape.TryRecord(output, table.RequiresGradient, out GatherRecord<T>? record))
        {
            record.Table = table;
            record.Indices = indices;
            rows = record.Rows;
        }

        rows.Read(tape, "Gather", indices, from[0]);
        rows.Gather(table.Values, output.Values, from.LengthOf(1, from.Rank), accumulate: false);
        return output;
    }
}

/// <summary>∂table[index] = Σ of ∂output over the places where the index stands, in their order.</summary>
internal sealed class GatherRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Table { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Indices { get; set; } = null!; // Set right after the record is taken.

    public RowIndices Rows { get; } = new();

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Table.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        Rows.ScatterAdd(Output.Gradient, gradient, Table.Shape.LengthOf(1, Table.Shape.Rank));
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Table))
        {
            pass.Add(Table, pass.Tape.ScatterAdd(pass.Upstream, Indices, Table.Shape));
        }
    }
}
