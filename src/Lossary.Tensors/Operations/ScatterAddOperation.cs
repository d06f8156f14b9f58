using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Rows added up at places of a table: the reverse of a gather.</summary>
public static class ScatterAddOperation
{
    /// <summary>A table whose row k is the sum of the input's rows whose index is k, added in their order.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">The indices' shape followed by that of a row.</param>
    /// <param name="indices">Integers in 0 … rows − 1, of any shape, exact in floats up to 2²⁴.</param>
    /// <param name="shape">The table's shape, <c>[rows, …]</c>.</param>
    /// <returns>That shape; 0 where no index points.</returns>
    /// <exception cref="ArgumentException">
    /// An index is no integer or out of range, or the input does not have a row for each.
    /// </exception>
    public static Tensor<T> ScatterAdd<T>(this Tape<T> tape, Tensor<T> input, Tensor<T> indices, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(indices);
        int width = shape.Rank == 0 ? 0 : shape.LengthOf(1, shape.Rank);
        if (input.Shape.Length != (long)width * indices.Shape.Length)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("ScatterAdd", tape.Scope)}: input is {input.Shape}, indices is {indices.Shape}, " +
                $"shape is {shape}; a row of {width} elements is expected for each index.",
                nameof(input));
        }

        Tensor<T> output = tape.Rent(shape);
        output.Values.Clear();
        RowIndices rows = tape.Indices;
        if (tape.TryRecord(output, input.RequiresGradient, out ScatterAddRecord<T>? record))
        {
            record.Input = input;
            record.Indices = indices;
            rows = record.Rows;
        }

        rows.Read(tape, "ScatterAdd", indices, shape.Rank == 0 ? 0 : shape[0]);
        rows.ScatterAdd(input.Values, output.Values, width);
        return output;
    }
}

/// <summary>∂input = ∂output[index] for each index.</summary>
internal sealed class ScatterAddRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Indices { get; set; } = null!; // Set right after the record is taken.

    public RowIndices Rows { get; } = new();

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Rows.Gather(Output.Gradient, gradient, Output.Shape.LengthOf(1, Output.Shape.Rank), accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Reshape(pass.Tape.Gather(pass.Upstream, Indices), Input.Shape));
        }
    }
}
