using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// What the angles at each sample cost, one sample at a time: memory is that of one, and the walk backward computes
/// them once more.
/// </summary>
internal static class CornerAngles
{
    /// <summary>The mean cost of the angles at each sample.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="student">Shape <c>[n, d]</c>, n 3 or more; differentiated by.</param>
    /// <param name="teacher">Shape <c>[n, m]</c>.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> Compute<T>(Tape<T> tape, Tensor<T> student, Tensor<T> teacher)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = student.Shape[0];
        Tensor<T> output = tape.Rent(new Shape(n));
        Tape<T> inner = tape.Inner;
        for (int corner = 0; corner < n; corner++)
        {
            inner.Reset();
            using (inner.NoGradient())
            {
                Tensor<T> rows = inner.Constant(student.Shape, student.Values);
                output.Values[corner] = MeanAt(inner, corner, rows, teacher).Scalar;
            }
        }

        if (tape.TryRecord(output, student.RequiresGradient, out CornerAnglesRecord<T>? record))
        {
            record.Student = student;
            record.Teacher = teacher;
        }

        return output;
    }

    /// <summary>The mean cost of the angles at one sample, <c>[1]</c>.</summary>
    public static Tensor<T> MeanAt<T>(Tape<T> tape, int corner, Tensor<T> student, Tensor<T> teacher)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = student.Shape[0];
        Tensor<T> gap = tape.Subtract(
            At(tape, corner, student), At(tape, corner, tape.Constant(teacher.Shape, teacher.Values)));

        // Arms of length 0, that to the corner itself among them, are at 90 degrees to all others.
        Tensor<T> costs = tape.Multiply(tape.Formula(default(UnitHuber), gap), tape.OffDiagonal(n));
        return tape.Scale(tape.Sum(costs), 1.0 / PairsOf(n));
    }

    /// <summary>How many pairs of two other samples there are, in either order.</summary>
    public static double PairsOf(int n) => (n - 1.0) * (n - 2.0);

    /// <summary>The cosines at one sample between each two others, <c>[n, n]</c>.</summary>
    private static Tensor<T> At<T>(Tape<T> tape, int corner, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(tape.Subtract(rows, tape.Slice(rows, 0, corner, 1)));
        return tape.Product(directions, false, directions, true);
    }
}

/// <summary>∂student = Σ ∂term · that of the angles at its corner, computed anew.</summary>
internal sealed class CornerAnglesRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Student { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Teacher { get; set; } = null!;

    /// <remarks>All corners at once: memory is n³ here.</remarks>
    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs)
    {
        int n = Teacher.Shape[0];
        Tensor<T> gap = tape.Subtract(AtAll(tape, inputs[0]), AtAll(tape, Teacher));
        Tensor<T> costs = tape.Multiply(tape.Formula(default(UnitHuber), gap), tape.OffDiagonal(n));
        return tape.Scale(tape.Sum(costs, [1, 2]), 1.0 / CornerAngles.PairsOf(n));
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(this, Student);

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Student.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        Tape<T> inner = tape.Inner;
        for (int corner = 0; corner < Output.Shape.Length; corner++)
        {
            T upstream = Output.Gradient[corner];
            if (upstream == T.Zero)
            {
                continue;
            }

            inner.Reset();
            Tensor<T> student = inner.Variable(Student.Shape, Student.Values);
            inner.Backward(CornerAngles.MeanAt(inner, corner, student, Teacher));
            ReadOnlySpan<T> part = student.Gradient;
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] += upstream * part[i];
            }
        }
    }

    /// <summary>The cosine at each sample between each two others, <c>[n, n, n]</c>.</summary>
    private static Tensor<T> AtAll(Tape<T> tape, Tensor<T> rows)
    {
        int n = rows.Shape[0], width = rows.Shape[1];
        Tensor<T> corners = tape.Reshape(rows, new Shape(n, 1, width));
        Tensor<T> arms = tape.Subtract(tape.Reshape(rows, new Shape(1, n, width)), corners);
        Tensor<T> unit = tape.NormaliseRows(tape.Reshape(arms, new Shape(n * n, width)));
        Tensor<T> directions = tape.Reshape(unit, new Shape(n, n, width));
        return tape.BatchMatMul(directions, directions, transposesRight: true);
    }
}
