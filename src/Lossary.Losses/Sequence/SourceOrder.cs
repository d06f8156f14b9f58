using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Which target each predicted source is held against, so that all together cost least.</summary>
internal static class SourceOrder
{
    /// <summary>Predicted and target sources, in any order of their own.</summary>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", @"\hat s", InputKind.Real, "n, s, t", "the predicted sources") { IsDifferentiable = true },
        new("target", "s", InputKind.Real, "n, s, t", "the true sources, in any order"),
    ];

    /// <summary>
    /// Makes each predicted source like one true one, away from the kinks where two orders cost the same.
    /// </summary>
    public static void Arrange(LossInputs<double> inputs, RandomStream random)
    {
        Tensor<double> prediction = inputs["prediction"], target = inputs["target"];
        int sources = target.Shape[1], steps = target.Shape[2];
        for (int i = 0; i < prediction.Shape.Length; i++)
        {
            int row = i / steps, first = row / sources * sources, other = first + ((row + 1) % sources);
            prediction.Values[i] = target.Values[(other * steps) + (i % steps)] + (0.2 * random.NextNormal());
        }
    }

    /// <summary>What each sample costs in its best order, the mean of its sources, <c>[n]</c>.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">As <see cref="Inputs"/> says.</param>
    /// <param name="cost">What pairs of signals <c>[rows, t]</c> cost, <c>[rows]</c>.</param>
    public static LossTerms<T> Best<T>(
        Tape<T> tape, LossInputs<T> inputs, Func<Tensor<T>, Tensor<T>, Tensor<T>> cost)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = inputs.Extent("n"), sources = inputs.Extent("s"), steps = inputs.Extent("t");
        Shape rows = new(n * sources, steps);
        Tensor<T> prediction = tape.Reshape(inputs["prediction"], rows), target = tape.Reshape(inputs["target"], rows);
        Tensor<T> matched = tape.Rows(target.Values, steps, Match(tape, prediction, target, sources, cost));
        return new(tape.Mean(tape.Reshape(cost(prediction, matched), new Shape(n, sources)), [1]));
    }

    /// <summary>The row of the target for each row of the prediction.</summary>
    private static int[] Match<T>(
        Tape<T> tape,
        Tensor<T> prediction,
        Tensor<T> target,
        int sources,
        Func<Tensor<T>, Tensor<T>, Tensor<T>> cost)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = prediction.Shape[0], steps = prediction.Shape[1];
        int[] left = tape.RentArray<int>(rows * sources), right = tape.RentArray<int>(rows * sources);
        for (int pair = 0; pair < left.Length; pair++)
        {
            left[pair] = pair / sources;
            right[pair] = (pair / sources / sources * sources) + (pair % sources);
        }

        Tensor<T> costs;
        using (tape.NoGradient())
        {
            costs = cost(tape.Rows(prediction.Values, steps, left), tape.Rows(target.Values, steps, right));
        }

        int[] matched = tape.RentArray<int>(rows);
        double[] table = tape.RentArray<double>(sources * sources);
        for (int first = 0; first < rows; first += sources)
        {
            for (int i = 0; i < table.Length; i++)
            {
                table[i] = double.CreateTruncating(costs.Values[(first * sources) + i]);
            }

            Span<int> own = matched.AsSpan(first, sources);
            Assignment.Solve(table, own);
            foreach (ref int row in own)
            {
                row += first;
            }
        }

        return matched;
    }
}
