using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Cli;

/// <summary>A loss of several arrays along one number of its first input, the rest as in an example.</summary>
internal static class ArraySection
{
    /// <summary>Samples that do not act on each other are shown one alone.</summary>
    private const int CoupledRows = 8;

    private const int Examples = 12;
    private const int Probes = 8;

    /// <summary>Of more numbers only one example is tried: it takes long, and others tell as little.</summary>
    private const int ManyNumbers = 10_000;

    /// <summary>What a plot could show: of the loss's size, how much it changes.</summary>
    private const double LeastShare = 0.03;

    /// <summary>Losses much below are as good as 0: how they change tells nothing.</summary>
    private const double LeastSize = 0.01;

    private const double Step = 1e-4;

    /// <summary>A slope that changes by such a share within a step may stand on a kink.</summary>
    private const double KinkShare = 0.1;

    /// <summary>Numbers without bounds are moved farther where they tell nothing nearby.</summary>
    private static readonly int[] s_reaches = [1, 4, 16];

    /// <summary>The number that moves.</summary>
    public static LossVariable VariableOf(LossEntry entry)
    {
        IArrayLoss loss = (IArrayLoss)entry.Create();
        InputCard card = InputOf(loss);
        (double low, double high) = Telling(loss).Range;
        string symbol = FormulaText.Lines(card.Symbol, isUnicode: true)[0];
        return new(
            symbol, $"{card.Meaning}; one number of it moves, the rest is an example's", $"{card.Name} of one sample",
            low, high);
    }

    /// <summary>The summed loss of the example with the number at <paramref name="x"/>.</summary>
    public static LossPoint At(IArrayLoss loss, double x) => At(loss, [x])[0];

    /// <summary>The summed loss of the example with the number at each of some points.</summary>
    public static LossPoint[] At(IArrayLoss loss, IReadOnlyList<double> points)
    {
        // Kept from point to point, inputs keep their working memory too.
        Place place = Telling(loss);
        return [.. points.Select(Point)];

        LossPoint Point(double x)
        {
            (double value, double slope) = Evaluate(x);
            return new(value, slope, Curvature(Evaluate(x - Step).Slope, slope, Evaluate(x + Step).Slope));

            double Curvature(double before, double at, double after)
            {
                double curvature = Calmer((at - before) / Step, (after - at) / Step);
                bool isKink = Math.Abs(after - before) > KinkShare * Math.Max(Math.Abs(before), Math.Abs(after));
                return isKink ? Calmer(curvature, (Evaluate(x + (2 * Step)).Slope - after) / Step) : curvature;
            }
        }

        (double Value, double Slope) Evaluate(double x) => ArraySection.Evaluate(loss, place, x);
    }

    /// <summary>
    /// The first place at which the number that moves makes a difference: the input's first number or a middle one, of
    /// some examples, near or far. Where there is none, the place that makes the largest.
    /// </summary>
    private static Place Telling(IArrayLoss loss)
    {
        Place? best = null;
        double largest = -1;
        foreach (Place place in Places(loss))
        {
            double share = ChangeShare(loss, place);
            if (share > LeastShare)
            {
                return place;
            }

            (best, largest) = share > largest ? (place, share) : (best, largest);
        }

        return best!;
    }

    private static IEnumerable<Place> Places(IArrayLoss loss)
    {
        InputCard card = InputOf(loss);
        foreach (int reach in s_reaches.Where(reach => reach == 1 || !IsBounded(card.Kind)))
        {
            (double low, double high) = RangeOf(card);
            for (ulong seed = 1; seed <= Examples; seed++)
            {
                LossInputs<double> inputs = loss.Example(
                    new RandomStream(seed), loss.Traits.IsCoupled ? CoupledRows : 1);
                inputs.Reduction = Reduction.Sum;
                Tensor<double> moved = inputs[card.Name];
                if (seed > 1 && moved.Values.Length > ManyNumbers)
                {
                    break;
                }

                double first = moved.Values[0];
                yield return new(inputs, moved, 0, (reach * low, reach * high));
                moved.Values[0] = first;
                yield return new(inputs, moved, Middle(moved.Shape), (reach * low, reach * high));
            }
        }
    }

    /// <summary>Half way along every axis.</summary>
    private static int Middle(Shape shape)
    {
        int index = 0;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            index = (index * shape[axis]) + (shape[axis] / 2);
        }

        return index;
    }

    /// <summary>By how much the loss changes along the range, as a share of its size.</summary>
    private static double ChangeShare(IArrayLoss loss, Place place)
    {
        (double low, double high) = place.Range;
        double[] values =
        [
            .. Enumerable.Range(0, Probes + 1)
                .Select(i => Evaluate(loss, place, low + ((high - low) * i / Probes)).Value)
                .Where(double.IsFinite),
        ];
        double size = values.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return size > 0 ? (values.Max() - values.Min()) / (size + LeastSize) : 0;
    }

    private static (double Value, double Slope) Evaluate(IArrayLoss loss, Place place, double x)
    {
        place.Moved.Values[place.Index] = x;
        return (loss.Evaluate(place.Inputs).Sum, place.Moved.Gradient[place.Index]);
    }

    private static bool IsBounded(InputKind kind) => kind
        is InputKind.Positive or InputKind.NonNegative
        or InputKind.Probability or InputKind.Shares
        or InputKind.LogProbability or InputKind.LogShares
        or InputKind.Box;

    private static (double Low, double High) RangeOf(InputCard card) => card.Kind switch
    {
        InputKind.Positive or InputKind.NonNegative => (0.1, 4.1),
        InputKind.Probability or InputKind.Shares => (0.05, 0.95),
        InputKind.LogProbability or InputKind.LogShares => (-3.05, -0.05),
        InputKind.Box => (-1, 1),
        _ => (-3, 3),
    };

    /// <summary>The mean of two difference quotients; the smaller where they differ: a kink is in the other.</summary>
    private static double Calmer(double first, double second)
    {
        (double smaller, double larger) = Math.Abs(first) < Math.Abs(second) ? (first, second) : (second, first);
        return Math.Abs(larger) > 2 * Math.Abs(smaller) ? smaller : 0.5 * (first + second);
    }

    private static InputCard InputOf(IArrayLoss loss) => loss.Inputs.First(card => card.IsDifferentiable);

    /// <summary>An example, the number in it that moves, and from where to where.</summary>
    private sealed record Place(
        LossInputs<double> Inputs, Tensor<double> Moved, int Index, (double Low, double High) Range);
}
