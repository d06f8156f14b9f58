using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Ordered thresholds, and what a score costs on their scale.</summary>
internal static class Thresholds
{
    /// <summary>−ln of the probability of each row's interval.</summary>
    public static Tensor<T> Between<TLifetime, T>(Tape<T> tape, LossInputs<T> inputs)
        where TLifetime : struct, ILifetime
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        int[] levels = inputs.Whole(tape, "level");
        int last = inputs.Extent("m") - 1;
        Tensor<T> thresholds = tape.Reshape(Ordered(tape, inputs["cut"]), new Shape(last + 1, 1));
        Tensor<T> lower = Pick(level => int.Max(level - 1, 0)), upper = Pick(level => int.Min(level, last));
        Tensor<T> hasLower = Flag(level => level > 0), hasUpper = Flag(level => level <= last);
        return tape.Formula(default(BetweenThresholds<TLifetime>), scores, lower, upper, hasLower, hasUpper);

        Tensor<T> Pick(Func<int, int> index)
        {
            Tensor<T> indices = tape.Rent(scores.Shape);
            for (int row = 0; row < levels.Length; row++)
            {
                indices.Values[row] = T.CreateTruncating(index(levels[row]));
            }

            return tape.Reshape(tape.Gather(thresholds, indices), scores.Shape);
        }

        Tensor<T> Flag(Predicate<int> holds)
        {
            Tensor<T> flags = tape.Rent(scores.Shape);
            for (int row = 0; row < levels.Length; row++)
            {
                flags.Values[row] = holds(levels[row]) ? T.One : T.Zero;
            }

            return flags;
        }
    }

    /// <summary>
    /// Logistic losses of each score's side of the thresholds: all, or those that bound the row's class.
    /// </summary>
    public static Tensor<T> Sides<T>(Tape<T> tape, LossInputs<T> inputs, bool onlyBounds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = new(inputs.Extent("n"), inputs.Extent("m"));
        Tensor<T> scores = tape.BroadcastTo(tape.Reshape(inputs["score"], new Shape(shape[0], 1)), shape);
        Tensor<T> thresholds = tape.BroadcastTo(
            tape.Reshape(Ordered(tape, inputs["cut"]), new Shape(1, shape[1])), shape);
        Tensor<T> costs = tape.Formula(
            default(BinaryTerm), tape.Subtract(scores, thresholds), LevelMasks.Above(tape, inputs));
        return tape.Sum(onlyBounds ? tape.Multiply(costs, LevelMasks.Next(tape, inputs)) : costs, [1]);
    }

    /// <summary>θ₀ = c₀, θₖ = θₖ₋₁ + softplus(cₖ).</summary>
    private static Tensor<T> Ordered<T>(Tape<T> tape, Tensor<T> cuts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = cuts.Shape.Length;
        if (count < 2)
        {
            return cuts;
        }

        Tensor<T> steps = tape.Formula(default(Step), tape.Slice(cuts, 0, 1, count - 1));
        Tensor<T> row = tape.Reshape(tape.Concatenate(0, tape.Slice(cuts, 0, 0, 1), steps), new Shape(1, count));
        return tape.MatMul(row, IntervalMasks.Triangle(tape, count, isLower: false));
    }

    private readonly struct Step : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.Softplus(x[0]);
    }

    private readonly struct BetweenThresholds<TLifetime> : ISampleFormula
        where TLifetime : struct, ILifetime
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            LifetimeFormulas<TLifetime>.Between(x);
    }
}
