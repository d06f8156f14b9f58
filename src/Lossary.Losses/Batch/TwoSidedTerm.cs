using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Both sides of a row by themselves, each a softplus of a logarithm of a sum of exponentials.</summary>
/// <remarks>
/// positive share · ln(1 + Σ_P e^(−a (s − p))) + negative share · ln(1 + Σ_N e^(b (s − q))).
/// </remarks>
/// <param name="Sharpness">a, of the positives.</param>
/// <param name="NegativeSharpness">b, of the negatives.</param>
/// <param name="Base">p, where a positive is like enough.</param>
/// <param name="NegativeBase">q, where a negative is unlike enough.</param>
/// <param name="Side">+1 for a query's positive, −1 for a negative, 0 for neither, by query and candidate.</param>
internal readonly record struct TwoSidedTerm(
    double Sharpness, double NegativeSharpness, double Base, double NegativeBase, Func<int, int, int> Side) : IBatchTerm
{
    /// <summary>What the positives' part is multiplied by.</summary>
    public double PositiveShare { get; init; } = 1;

    /// <summary>What the negatives' part is multiplied by.</summary>
    public double NegativeShare { get; init; } = 1;

    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        weight = T.One;
        T a = T.CreateTruncating(Sharpness), b = T.CreateTruncating(NegativeSharpness);
        T p = T.CreateTruncating(Base), q = T.CreateTruncating(NegativeBase);
        sbyte[] sides = ArrayPool<sbyte>.Shared.Rent(measures.Length);
        for (int j = 0; j < measures.Length; j++)
        {
            sides[j] = (sbyte)Side(row, j);
            measures[j] = sides[j] > 0 ? a * (p - measures[j]) : b * (measures[j] - q);
        }

        TwoSoftmaxes<T> sums = TwoSoftmaxes<T>.Of(measures, sides);
        T positive = T.CreateTruncating(PositiveShare), negative = T.CreateTruncating(NegativeShare);
        T up = -positive * a * RealFunctions.Sigmoid(sums.Positive),
            down = negative * b * RealFunctions.Sigmoid(sums.Negative);
        for (int j = 0; j < measures.Length; j++)
        {
            measures[j] *= sides[j] > 0 ? up : down;
        }

        ArrayPool<sbyte>.Shared.Return(sides);
        return (positive * RealFunctions.Softplus(sums.Positive)) + (negative * RealFunctions.Softplus(sums.Negative));
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Func<int, int, int> side = Side;
        Tensor<T> up = tape.Shift(tape.Scale(measures, -Sharpness), Sharpness * Base);
        Tensor<T> down = tape.Shift(tape.Scale(measures, NegativeSharpness), -NegativeSharpness * NegativeBase);
        Tensor<T> positive = BatchSteps.LogSum(tape, up, (i, j) => side(i, j) > 0);
        Tensor<T> negative = BatchSteps.LogSum(tape, down, (i, j) => side(i, j) < 0);
        return tape.Add(
            tape.Scale(tape.Activate(positive, Activation.Softplus()), PositiveShare),
            tape.Scale(tape.Activate(negative, Activation.Softplus()), NegativeShare));
    }
}
