using System.Buffers;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace Lossary.Losses;

/// <summary>−ln of the positives' share of the exponentials of a row; a row without positives does not count.</summary>
/// <param name="scale">What measures are multiplied by; negative for distances.</param>
/// <param name="countsPositives">Whether the positives stand below the fraction line too.</param>
/// <param name="side">+1 for a query's positive, −1 for a negative, 0 for neither, by query and candidate.</param>
internal readonly struct ContrastTerm(double scale, bool countsPositives, Func<int, int, int> side) : IBatchTerm
{
    /// <inheritdoc/>
    public T Term<T>(int row, Span<T> measures, out T weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        sbyte[] sides = ArrayPool<sbyte>.Shared.Rent(measures.Length);
        for (int j = 0; j < measures.Length; j++)
        {
            sides[j] = (sbyte)side(row, j);
        }

        T factor = T.CreateTruncating(scale);
        TensorPrimitives.Multiply(measures, factor, measures);
        TwoSoftmaxes<T> sums = TwoSoftmaxes<T>.Of(measures, sides);
        bool counts = !T.IsNegativeInfinity(sums.Positive) && (countsPositives || !T.IsNegativeInfinity(sums.Negative));
        T difference = sums.Negative - sums.Positive;
        T slope = !counts ? T.Zero : factor * (countsPositives ? RealFunctions.Sigmoid(difference) : T.One);
        for (int j = 0; j < measures.Length; j++)
        {
            measures[j] *= sides[j] > 0 ? -slope : slope;
        }

        ArrayPool<sbyte>.Shared.Return(sides);
        weight = counts ? T.One : T.Zero;
        return !counts ? T.Zero : countsPositives ? RealFunctions.Softplus(difference) : difference;
    }

    /// <inheritdoc/>
    public Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> measures)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Func<int, int, int> sideOf = side;
        Tensor<T> logits = tape.Scale(measures, scale);
        Tensor<T> positive = BatchSteps.LogSum(tape, logits, (i, j) => sideOf(i, j) > 0);
        Tensor<T> negative = BatchSteps.LogSum(tape, logits, (i, j) => sideOf(i, j) < 0);
        Tensor<T> counts = tape.Rent(positive.Shape), nothing = tape.Constant(new Shape(1), [T.Zero]);
        for (int i = 0; i < counts.Values.Length; i++)
        {
            bool isIn = T.IsFinite(positive.Values[i]) && (countsPositives || T.IsFinite(negative.Values[i]));
            counts.Values[i] = isIn ? T.One : T.Zero;
        }

        Tensor<T> difference = tape.Subtract(
            tape.Where(counts, negative, nothing), tape.Where(counts, positive, nothing));
        return tape.Where(
            counts, countsPositives ? tape.Activate(difference, Activation.Softplus()) : difference, nothing);
    }
}
