namespace Lossary.Reports;

/// <summary>Maps an axis's values to positions on the paper.</summary>
internal sealed class Scale
{
    private const double Padding = 0.04;
    private readonly double _low;
    private readonly double _span;
    private readonly bool _isLogarithmic;
    private readonly bool _isWhole;

    private Scale(double minimum, double maximum, bool isLogarithmic, bool isWhole = false)
    {
        _isWhole = isWhole;
        Minimum = minimum;
        Maximum = maximum;
        _isLogarithmic = isLogarithmic;
        _low = Linearized(minimum);
        _span = Linearized(maximum) - _low;
    }

    /// <summary>The first value on the axis.</summary>
    public double Minimum { get; }

    /// <summary>The last value on the axis.</summary>
    public double Maximum { get; }

    /// <summary>The position of <see cref="Minimum"/>.</summary>
    public double From { get; private init; }

    /// <summary>The position of <see cref="Maximum"/>.</summary>
    public double To { get; private init; } = 1;

    /// <summary>The scale that shows all values that can be shown, with a little air.</summary>
    public static Scale Of(Axis axis, IEnumerable<double> values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value) && (!axis.IsLogarithmic || value > 0))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        if (low > high)
        {
            (low, high) = axis.IsLogarithmic ? (1, 10) : (0, 1);
        }

        return axis.IsLogarithmic ? Logarithmic(axis, low, high) : Linear(axis, low, high);
    }

    /// <summary>The same values over another stretch of paper.</summary>
    public Scale Onto(double from, double to) => new(Minimum, Maximum, _isLogarithmic, _isWhole)
    {
        From = from,
        To = to,
    };

    /// <summary>Where the value stands; NaN if the axis cannot show it.</summary>
    public double Map(double value)
    {
        double share = (Linearized(value) - _low) / _span;
        // Far outside, positions are capped so that files stay short; they are clipped anyway.
        return double.IsNaN(share) ? double.NaN : From + (Math.Clamp(share, -10, 11) * (To - From));
    }

    /// <summary>The value that stands at the share of the axis, 0 to 1.</summary>
    public double At(double share)
    {
        double position = _low + (share * _span);
        return _isLogarithmic ? Math.Pow(10, position) : position;
    }

    /// <summary>The share of the axis at which the value stands, 0 to 1 inside.</summary>
    public double Share(double value) => (Linearized(value) - _low) / _span;

    /// <summary>Round values along the axis.</summary>
    public Ticks Ticks(int count) => _isLogarithmic
        ? Reports.Ticks.Logarithmic(Minimum, Maximum, count)
        : Reports.Ticks.Linear(Minimum, Maximum, _isWhole ? (int)Math.Clamp(Maximum - Minimum, 1, count) : count);

    private static Scale Linear(Axis axis, double low, double high)
    {
        // Halved first: the span of two huge numbers would overflow.
        double half = (high / 2) - (low / 2);
        double air = half > 0 ? 2 * Padding * half : Math.Max(Math.Abs(low) * 0.05, 1e-9);
        double minimum = axis.Minimum ?? (low >= 0 && low < 6 * air ? 0 : Math.Max(low - air, -double.MaxValue / 4));
        double maximum = axis.Maximum ?? Math.Min(high + air, double.MaxValue / 4);
        return Ordered(minimum, maximum, isLogarithmic: false, axis.IsWhole);
    }

    private static Scale Logarithmic(Axis axis, double low, double high)
    {
        double air = high > low ? Math.Pow(high / low, Padding) : 1.5;
        double minimum = axis.Minimum is > 0 ? axis.Minimum.Value : low / air;
        double maximum = axis.Maximum is > 0 ? axis.Maximum.Value : high * air;
        return Ordered(Math.Max(minimum, 1e-300), Math.Min(maximum, 1e300), isLogarithmic: true);
    }

    private static Scale Ordered(double minimum, double maximum, bool isLogarithmic, bool isWhole = false)
    {
        double least = Math.Max(Math.Abs(minimum) * 1e-9, 1e-300);
        double end = maximum - minimum > least ? maximum : minimum + Math.Max(least * 1e3, 1e-9);
        return new(minimum, end, isLogarithmic, isWhole);
    }

    private double Linearized(double value) =>
        !_isLogarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;
}
