using System.Text;

namespace Lossary.Reports;

/// <summary>How many values fall between edges along an axis.</summary>
/// <param name="Edges">The edges [n + 1], rising.</param>
/// <param name="Counts">The counts [n]; values outside the edges are not counted.</param>
internal sealed record Bins(double[] Edges, int[] Counts)
{
    private const int Most = 60;
    private const double WidestWhole = 10;

    /// <summary>Bins of equal width on the paper, so that those of a logarithmic axis look equal too.</summary>
    public static Bins Across(IEnumerable<double> values, Scale scale, int number)
    {
        double[] edges = [.. Enumerable.Range(0, number + 1).Select(i => scale.At((double)i / number))];
        int[] counts = new int[number];
        foreach (double value in values)
        {
            double share = scale.Share(value);
            if (share is >= 0 and <= 1)
            {
                counts[Math.Min(number - 1, (int)(share * number))]++;
            }
        }

        return new(edges, counts);
    }

    /// <summary>How many bins show the values' shape: D. Freedman, P. Diaconis, doi:10.1007/BF01025868.</summary>
    public static int Number(IEnumerable<double> values, Scale scale)
    {
        double[] shares = [.. values.Select(scale.Share).Where(share => share is >= 0 and <= 1).Order()];
        if (shares.Length < 2)
        {
            return 8;
        }

        double middleHalf = shares[shares.Length * 3 / 4] - shares[shares.Length / 4];
        double width = 2 * middleHalf / Math.Cbrt(shares.Length);
        return width > 0 ? (int)Math.Clamp(Math.Ceiling(1 / width), 8, Most) : Most / 2;
    }

    /// <summary>Bins that hold equally many whole numbers, where there are only these: among bins of 1.4, every third
    /// would hold two and stand out for nothing. Null where values are not whole, or bins so wide that it hardly
    /// shows.</summary>
    public static (Scale Scale, int Number)? OfWhole(Axis axis, IEnumerable<double> values, Scale scale, int number)
    {
        double[] shown = [.. values.Where(value => scale.Share(value) is >= 0 and <= 1)];
        if (axis.IsLogarithmic || shown.Length == 0 || !shown.All(double.IsInteger))
        {
            return null;
        }

        double first = shown.Min();
        double many = shown.Max() - first + 1;
        double step = Math.Max(1, Math.Round(many / number));
        if (step > WidestWhole || many < 2)
        {
            return null;
        }

        int whole = (int)Math.Ceiling(many / step);
        Axis widened = axis with
        {
            Minimum = first - 0.5,
            Maximum = first - 0.5 + (whole * step),
        };
        return (Scale.Of(widened, []), whole);
    }

    public static void AppendBar(StringBuilder path, double x, double y, double width, double height)
    {
        if (height > 0.05 && width > 0)
        {
            Thinning.Append(path, 'M', x, y);
            path.Append('h').Append(SvgCanvas.Number(width)).Append('v').Append(SvgCanvas.Number(height))
                .Append('h').Append(SvgCanvas.Number(-width)).Append('z');
        }
    }
}
