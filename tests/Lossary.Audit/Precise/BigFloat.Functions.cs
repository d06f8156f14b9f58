namespace Lossary.Audit;

/// <content>Elementary functions, good to about 480 binary digits.</content>
internal readonly partial struct BigFloat
{
    private const int Halvings = 24;
    private const double LargestExponent = 1e7;
    private const double SeriesEnd = 10;

    private static readonly BigFloat s_one = 1.0;

    /// <summary>ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749).</summary>
    private static readonly BigFloat s_ln2 = (18 * Artanh(s_one / 26.0)) - (2 * Artanh(s_one / 4801.0)) + (8 * Artanh(s_one / 8749.0));

    /// <summary>π = 16 arctan(1/5) − 4 arctan(1/239).</summary>
    public static BigFloat Pi { get; } = (16 * Arctan(s_one / 5.0)) - (4 * Arctan(s_one / 239.0));

    public static BigFloat Exp(BigFloat x)
    {
        if (!x.IsFinite || x.IsZero)
        {
            return x.IsNaN ? x : x.IsZero ? 1 : x.Sign > 0 ? x : 0;
        }

        if (Abs(x) > LargestExponent)
        {
            return x.Sign > 0 ? PositiveInfinity : 0;
        }

        long n = (long)Math.Round((x / s_ln2).ToDouble());
        BigFloat rest = Scale(x - (s_ln2 * (double)n), -Halvings);
        BigFloat power = ExpM1Series(rest);
        for (int i = 0; i < Halvings; i++)
        {
            // (1 + p)² − 1, which keeps what 1 + p would round away.
            power = power * (2 + power);
        }

        return Scale(1 + power, n);
    }

    public static BigFloat ExpM1(BigFloat x) =>
        x.IsFinite && (x.IsZero || x.Magnitude < -8) ? ExpM1Series(x) : Exp(x) - 1;

    public static BigFloat Log(BigFloat x)
    {
        if (x.IsNaN || x.Sign < 0)
        {
            return NaN;
        }

        if (x.IsZero || !x.IsFinite)
        {
            return x.IsZero ? NegativeInfinity : x;
        }

        long n = x.Magnitude;
        BigFloat mantissa = Scale(x, -n), log = Math.Log(mantissa.ToDouble());
        for (int i = 0; i < 4; i++)
        {
            // Halley: each step triples the digits.
            BigFloat power = Exp(log);
            log += 2 * ((mantissa - power) / (mantissa + power));
        }

        return log + (s_ln2 * (double)n);
    }

    public static BigFloat Log1P(BigFloat x) =>
        x.IsFinite && (x.IsZero || x.Magnitude < -8) ? 2 * Artanh(x / (2 + x)) : Log(1 + x);

    /// <summary>eˣ − 1 for small x, by its series.</summary>
    private static BigFloat ExpM1Series(BigFloat x)
    {
        BigFloat term = x, sum = x;
        for (int k = 2; !term.IsZero && term.Magnitude > sum.Magnitude - Precision - 8; k++)
        {
            term = term * x / (double)k;
            sum += term;
        }

        return sum;
    }

    private static BigFloat Artanh(BigFloat x) => OddSeries(x, x * x);

    private static BigFloat Arctan(BigFloat x) => OddSeries(x, -(x * x));

    /// <summary>x (1 + q/3 + q²/5 + …).</summary>
    private static BigFloat OddSeries(BigFloat x, BigFloat q)
    {
        BigFloat power = x, sum = x;
        for (int k = 3; !power.IsZero && power.Magnitude > sum.Magnitude - Precision - 8; k += 2)
        {
            power *= q;
            sum += power / (double)k;
        }

        return sum;
    }

    public static BigFloat Erf(BigFloat x) => Abs(x) < 1 ? ErfSeries(x) : x.IsNaN ? x : x.Sign * (1 - ErfcOfPositive(Abs(x)));

    public static BigFloat Erfc(BigFloat x) => x.IsNaN ? x : x < 1 ? 1 - Erf(x) : ErfcOfPositive(x);

    private static BigFloat ErfSeries(BigFloat x)
    {
        BigFloat square = x * x, power = x, sum = x;
        for (int k = 1; !power.IsZero && power.Magnitude > sum.Magnitude - Precision - 8; k++)
        {
            power = power * -square / (double)k;
            sum += power / (double)((2 * k) + 1);
        }

        return 2 * sum / Sqrt(Pi);
    }

    /// <summary>By the series of positive terms, of which 1 − erf loses x²/ln 2 digits, or where x is large by a fraction.</summary>
    private static BigFloat ErfcOfPositive(BigFloat x) =>
        !x.IsFinite || x > 1000 ? 0 : x < SeriesEnd ? 1 - ErfOfPositive(x) : ErfcFraction(x);

    /// <summary>2/√π e^(−x²) (x + 2x³/3 + 4x⁵/15 + …).</summary>
    private static BigFloat ErfOfPositive(BigFloat x)
    {
        BigFloat square = 2 * (x * x), term = x, sum = x;
        for (int k = 1; term.Magnitude > sum.Magnitude - Precision - 8; k++)
        {
            term = term * square / (double)((2 * k) + 1);
            sum += term;
        }

        return 2 * sum * Exp(-(x * x)) / Sqrt(Pi);
    }

    /// <summary>The continued fraction of Laplace, from the inside out.</summary>
    private static BigFloat ErfcFraction(BigFloat x)
    {
        int terms = (int)(20000 / Math.Pow(x.ToDouble(), 2)) + 200;
        BigFloat fraction = x;
        for (int k = terms; k > 0; k--)
        {
            fraction = x + ((double)k / 2 / fraction);
        }

        return Exp(-(x * x)) / (Sqrt(Pi) * fraction);
    }
}
