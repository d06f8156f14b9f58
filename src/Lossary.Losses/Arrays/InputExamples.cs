using System.Globalization;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Draws inputs that a loss takes from what its cards say of them.</summary>
internal static class InputExamples
{
    private const int GroupLength = 4;

    /// <summary>Of any further axes: more than one, for a single pixel hides what pixels do together.</summary>
    private const int Pixels = 2;

    /// <summary>What an extent's symbol stands for in an example, but for <c>n</c>.</summary>
    private static readonly Dictionary<string, int> s_extents = new(StringComparer.Ordinal)
    {
        ["d"] = 5,
        ["k"] = 4,
        ["m"] = 3,
        ["t"] = 6,
        ["s"] = 3,
        ["h"] = 6,
        ["w"] = 5,
        ["c"] = 3,
        ["q"] = 3,
        ["v"] = 7,
        ["…"] = 1,
    };

    /// <summary>All inputs, optional ones too; the differentiable ones are variables.</summary>
    public static LossInputs<double> Draw(IReadOnlyList<InputCard> cards, RandomStream random, int rows)
    {
        LossInputs<double> inputs = new();
        foreach (InputCard card in cards)
        {
            InputShape extents = card.Extents;
            int[] sizes = [.. Enumerable.Range(0, extents.Rank).Select(axis => ExtentOf(extents.Symbol(axis), rows))];
            Shape shape = new(sizes.Length == 0 ? [rows] : extents.IsOpen ? [.. sizes, Pixels] : sizes);
            double[] values = new double[shape.Length];
            Fill(card, values, shape[shape.Rank - 1], rows, random.Split(card.Name));
            inputs[card.Name] = card.IsDifferentiable
                ? new Tensor<double>(shape, values, new double[shape.Length])
                : new Tensor<double>(shape, values);
        }

        return inputs;
    }

    private static int ExtentOf(string part, int rows) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : part == "n" ? rows
        : s_extents.GetValueOrDefault(part, 4);

    private static void Fill(InputCard card, double[] values, int width, int rows, RandomStream random)
    {
        int bound = card.Below is null ? int.MaxValue : ExtentOf(card.Below, rows);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = card.Kind switch
            {
                InputKind.Positive or InputKind.UpperBound or InputKind.Shares or InputKind.LogShares =>
                    Math.Exp(0.5 * random.NextNormal()),
                InputKind.NonNegative => random.NextInt(4),
                InputKind.Probability => 0.05 + (0.9 * random.NextDouble()),
                InputKind.LogProbability => Math.Log(0.05 + (0.9 * random.NextDouble())),
                InputKind.ClassNumber => random.NextInt(bound),
                InputKind.Flag => i == 0 ? 1 : random.NextInt(2),
                InputKind.Sign => (2 * random.NextInt(2)) - 1,
                InputKind.Count => random.NextInt(6),
                InputKind.StepCount => 1 + random.NextInt(bound),
                InputKind.Level => random.NextInt(bound + 1),
                InputKind.GroupNumber => i / GroupLength,
                InputKind.Box => (i % 4 < 2 ? 0 : 1.5) + random.NextDouble(),
                _ => random.NextNormal(),
            };
        }

        if (card.Kind is InputKind.Shares or InputKind.LogShares)
        {
            Normalise(values, width, card.Kind == InputKind.LogShares);
        }
    }

    private static void Normalise(double[] values, int width, bool takesLogarithm)
    {
        for (int start = 0; start < values.Length; start += width)
        {
            Span<double> row = values.AsSpan(start, width);
            double sum = Sums.Sum(row);
            foreach (ref double value in row)
            {
                value = takesLogarithm ? Math.Log(value / sum) : value / sum;
            }
        }
    }
}
