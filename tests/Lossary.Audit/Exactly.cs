using System.Numerics;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Audit;

/// <summary>A loss's value and derivatives by its formula with 512 binary digits.</summary>
/// <remarks>
/// Inputs are numbers that were rounded before they came: what the formula gives at neighbours of an input is as true as
/// what it gives at the input. An error is therefore the distance to the range over the input and its neighbours, two units in the
/// last place to either side, one number at a time. Where a formula is well conditioned this is the plain error; near a root of
/// a difference, or at a kink, the plain error would be that of the input. Where a sample has several numbers, which are added to
/// each other, the neighbours are at least as far as those of 1. A plain error of at most one unit is reported as it is.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class Exactly<T>(IReading formula, SampleShape shape, bool hasKinks)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Step = 160;
    private const double Suspicious = 2;
    private const double Unsuspicious = 1;

    private static readonly double Unit = typeof(T) == typeof(float) ? 1.1920929e-7 : 2.220446049250313e-16;

    /// <summary>The errors of a point: of the value, and the worst of the derivatives.</summary>
    public (double Value, double Slope) Errors(Point<T> point)
    {
        (BigFloat Low, BigFloat High)[] plain = [.. ResultsAt(point.Numbers, SlopeOfFormula).Select(x => (x, x))];
        if (!Ulp.Overflows<T>(plain[0]))
        {
            double value = Ulp.Outside(plain[0], point.Value), worst = SlopeError(point, plain);
            if (Math.Max(value, worst) <= Unsuspicious)
            {
                return (value, worst);
            }
        }

        return ErrorsNearby(point);
    }

    /// <summary>The distances to what the formula gives at the point and next to it.</summary>
    private (double Value, double Slope) ErrorsNearby(Point<T> point)
    {
        (BigFloat Low, BigFloat High)[] ranges = Ranges(point.Numbers, SlopeOfFormula);
        if (ranges.Any(Ulp.Overflows<T>))
        {
            // No derivative can be trusted where one, or the value, is beyond the format: that it says so is all.
            return (Ulp.Outside(ranges[0], point.Value), 0);
        }

        double slope = SlopeError(point, ranges);
        foreach (Func<BigFloat[], int, BigFloat> quotient in (Func<BigFloat[], int, BigFloat>[])[SlopeNearby, SlopeFarther])
        {
            // The formula may take a shortcut that is right in value and flat, where a loss has a derivative of its own.
            if (slope > Suspicious)
            {
                slope = Math.Min(slope, SlopeError(point, Ranges(point.Numbers, quotient)));
            }
        }

        if (slope > Suspicious && hasKinks)
        {
            // A kink that is nearer to the input than a number is to its neighbour at 1.
            slope = Math.Min(slope, SlopeError(point, Ranges(point.Numbers, SlopeOfFormula, least: 2 * Unit)));
        }

        return (Ulp.Outside(ranges[0], point.Value), slope);
    }

    /// <summary>The value, then the derivatives.</summary>
    public BigFloat[] Results(double[] numbers)
    {
        BigFloat[] at = [.. numbers.Select(x => (BigFloat)x)];
        return [Value(at), .. shape.By.Select(k => SlopeOfFormula(at, k))];
    }

    /// <summary>The worst error; of several derivatives in units of the largest, since they make one gradient.</summary>
    private double SlopeError(Point<T> point, (BigFloat Low, BigFloat High)[] ranges)
    {
        BigFloat largest = shape.IsOnItsOwn ? default : ranges[1..].Select(range => BigFloat.Abs(range.Low))
            .Where(size => size.IsFinite).Aggregate(default(BigFloat), Larger);
        return point.Slopes.Select((found, i) => Ulp.Outside(ranges[i + 1], found, largest)).DefaultIfEmpty(0).Max();
    }

    /// <summary>The least and the largest value, and then derivative by derivative.</summary>
    private (BigFloat Low, BigFloat High)[] Ranges(
        double[] numbers, Func<BigFloat[], int, BigFloat> slope, double least = 0)
    {
        BigFloat[] results = ResultsAt(numbers, slope);
        (BigFloat Low, BigFloat High)[] ranges = [.. results.Select(x => (x, x))];
        for (int k = 0; k < numbers.Length; k++)
        {
            double distance = shape.IsOnItsOwn ? least : 2 * Unit;
            foreach (double neighbour in Neighbours(numbers[k], shape.Domains[k], distance))
            {
                double[] moved = [.. numbers];
                moved[k] = neighbour;
                BigFloat[] there = ResultsAt(moved, slope);
                for (int i = 0; i < there.Length; i++)
                {
                    ranges[i] = (Least(ranges[i].Low, there[i]), -Least(-ranges[i].High, -there[i]));
                }
            }
        }

        BigFloat sway = Sway(numbers, ranges);
        if (ranges[1..].Any(range => range.Low.Sign < 0 && range.High.Sign > 0))
        {
            // The least value lies somewhere between.
            sway += ranges[0].High - ranges[0].Low;
        }

        ranges[0] = (ranges[0].Low - sway, ranges[0].High + sway);
        return ranges;
    }

    private BigFloat[] ResultsAt(double[] numbers, Func<BigFloat[], int, BigFloat> slope)
    {
        BigFloat[] at = [.. numbers.Select(x => (BigFloat)x)];
        return [Value(at), .. shape.By.Select(k => slope(at, k))];
    }

    /// <summary>By how much the value changes between an input and its neighbours: a minimum may lie between them.</summary>
    private BigFloat Sway(double[] numbers, (BigFloat Low, BigFloat High)[] ranges)
    {
        BigFloat sway = 0;
        for (int j = 0; j < shape.By.Count; j++)
        {
            (BigFloat low, BigFloat high) = ranges[j + 1];
            if (low.IsFinite && high.IsFinite)
            {
                T at = T.CreateTruncating(numbers[shape.By[j]]);
                BigFloat step = 2 * double.CreateTruncating(T.BitIncrement(T.Abs(at)) - T.Abs(at));
                sway += step * Larger(BigFloat.Abs(low), BigFloat.Abs(high));
            }
        }

        return sway;
    }

    private BigFloat Value(BigFloat[] numbers)
    {
        Precise<T>[] lanes = [.. numbers.Select(x => new Precise<T>(x))];
        return formula.Read<Precise<T>>(lanes).Number;
    }

    private BigFloat SlopeOfFormula(BigFloat[] at, int k)
    {
        Dual<Precise<T>>[] duals = [.. at.Select(x => Dual<Precise<T>>.Fixed(new(x)))];
        duals[k] = Dual<Precise<T>>.Variable(new(at[k]));
        return formula.Read<Dual<Precise<T>>>(duals).Slope.Number;
    }

    /// <summary>A difference quotient over a distance that is small beside the number.</summary>
    private BigFloat SlopeNearby(BigFloat[] at, int k)
    {
        if (!at[k].IsZero)
        {
            return Quotient(at, k, BigFloat.Scale(BigFloat.Abs(at[k]), -Step));
        }

        // At the end of a domain a derivative may be infinite: then the quotient grows with every finer step.
        BigFloat size = at.Select(BigFloat.Abs).Aggregate((BigFloat)1, Larger);
        BigFloat coarse = Quotient(at, k, BigFloat.Scale(size, -Step)), fine = Quotient(at, k, BigFloat.Scale(size, -2 * Step));
        bool grows = BigFloat.Abs(fine) > 1.5 * BigFloat.Abs(coarse);
        return !grows ? fine : fine.Sign > 0 ? BigFloat.PositiveInfinity : BigFloat.NegativeInfinity;
    }

    /// <summary>A difference quotient over a distance that is small beside 1.</summary>
    private BigFloat SlopeFarther(BigFloat[] at, int k) => Quotient(at, k, BigFloat.Scale(1, -Step));

    private BigFloat Quotient(BigFloat[] at, int k, BigFloat step)
    {
        BigFloat here = at[k];
        at[k] = here + step;
        BigFloat above = Value(at);
        at[k] = here - step;
        BigFloat below = Value(at);
        at[k] = here;
        if (below.IsNaN || above.IsNaN)
        {
            BigFloat middle = Value(at);
            return below.IsNaN ? (above - middle) / step : (middle - below) / step;
        }

        return (above - below) / (2 * step);
    }

    private static BigFloat Larger(BigFloat x, BigFloat y) => x > y ? x : y;

    private static IEnumerable<double> Neighbours(double number, Domain? domain, double least)
    {
        T at = T.CreateTruncating(number);
        double[] two =
        [
            double.CreateTruncating(T.BitIncrement(T.BitIncrement(at))),
            double.CreateTruncating(T.BitDecrement(T.BitDecrement(at))),
        ];
        two = [Math.Max(two[0], number + least), Math.Min(two[1], number - least)];
        return domain is null or { EndsOnly: true } ? [] : two.Where(x => double.IsFinite(x) && domain.Contains(x));
    }

    private static BigFloat Least(BigFloat x, BigFloat y) => x.IsNaN || x <= y || y.IsNaN ? x : y;
}
