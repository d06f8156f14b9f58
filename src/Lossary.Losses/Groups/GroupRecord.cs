using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>∂row = ∂term of its group · the derivative written at forward time.</summary>
internal sealed class GroupRecord<TFormula, T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TFormula : struct, IGroupFormula
{
    private readonly List<Tensor<T>> _columns = [];
    private TFormula _formula;
    private int[] _starts = [];
    private Tensor<T> _slopes = null!; // Set right after the record is taken.
    private Tensor<T> _weights = null!; // Set right after the record is taken.

    /// <summary>Keeps what the backward half needs.</summary>
    public void Keep(
        TFormula formula, int[] starts, ReadOnlySpan<Tensor<T>> columns, Tensor<T> weights, Tensor<T> slopes)
    {
        _formula = formula;
        _starts = starts;
        _columns.Clear();
        _columns.AddRange(columns);
        _weights = weights;
        _slopes = slopes;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!_columns[0].TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        ReadOnlySpan<T> upstream = Output.Gradient, slopes = _slopes.Values;
        for (int group = 0; group < upstream.Length; group++)
        {
            T scale = upstream[group];
            for (int row = _starts[group]; row < _starts[group + 1]; row++)
            {
                // What does not count has no gradient, whatever its own derivative is.
                T part = scale == T.Zero ? T.Zero : scale * slopes[row];
                gradient[row] = accumulate ? gradient[row] + part : part;
            }
        }
    }

    /// <remarks>
    /// Group by group, and the gradients set one after the other: a gradient of the whole for each group would make the
    /// work quadratic in the groups.
    /// </remarks>
    internal override void RecordBackward(GradientPass<T> pass)
    {
        Tensor<T> input = _columns[0];
        if (!GradientPass<T>.Wants(input) || input.Shape.Length == 0)
        {
            return;
        }

        Tensor<T>[] gradients = new Tensor<T>[Output.Shape.Length];
        for (int group = 0; group < gradients.Length; group++)
        {
            gradients[group] = GradientOf(pass, group);
        }

        pass.Add(input, pass.Tape.Reshape(pass.Tape.Concatenate(0, gradients), input.Shape));
    }

    private Tensor<T> GradientOf(GradientPass<T> pass, int group)
    {
        Tape<T> tape = pass.Tape;
        int first = _starts[group], rows = _starts[group + 1] - first;
        Tensor<T> none = tape.Rent(new Shape(rows));
        none.Values.Clear();
        if (_weights.Values[group] == T.Zero)
        {
            return none;
        }

        bool isRecording = tape.IsRecording;
        tape.IsRecording = true;
        Tensor<T> part, term;
        int start;
        try
        {
            part = tape.Slice(tape.Reshape(_columns[0], new Shape(_columns[0].Shape.Length)), 0, first, rows);
            start = tape.OperationCount;
            GroupMemory memory = GroupMemory.Own;
            GroupRows.Fill(memory, CollectionsMarshal.AsSpan(_columns), first, rows);
            Tensor<T> slopes = tape.Constant(part.Shape, _slopes.Values.Slice(first, rows));
            term = _formula.Compose(new GroupTensors<T>(tape, new GroupRows(memory, rows), part, slopes));
        }
        finally
        {
            tape.IsRecording = isRecording;
        }

        tape.Differentiate(term, tape.Slice(pass.Upstream, 0, group, 1), start);
        Tensor<T>? gradient = part.Upstream;
        part.Upstream = null;
        return gradient ?? none;
    }
}
