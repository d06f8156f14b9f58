namespace Lossary.Audit;

/// <summary>ln Γ, ψ and ψ′ by Stirling's series, after a shift to where it converges.</summary>
internal static class BigGamma
{
    private const int Terms = 60;
    private const double Far = 100;

    /// <summary>B₂, B₄, B₆ …</summary>
    private static readonly BigFloat[] s_bernoulli = Bernoulli();

    /// <summary>ln Γ(x) for x &gt; 0.</summary>
    public static BigFloat LogGamma(BigFloat x)
    {
        if (!(x > 0) || !x.IsFinite)
        {
            return x.IsNaN || x.Sign < 0 ? BigFloat.NaN : BigFloat.PositiveInfinity;
        }

        BigFloat product = 1;
        for (; x < Far; x += 1)
        {
            product *= x;
        }

        BigFloat sum = ((x - 0.5) * BigFloat.Log(x)) - x + (0.5 * BigFloat.Log(2 * BigFloat.Pi));
        BigFloat power = 1 / x, square = power * power;
        for (int k = 1; k <= Terms; k++, power *= square)
        {
            sum += s_bernoulli[k] * power / (2.0 * k * ((2.0 * k) - 1));
        }

        return sum - BigFloat.Log(product);
    }

    /// <summary>ψ(x) for x &gt; 0.</summary>
    public static BigFloat Digamma(BigFloat x)
    {
        if (!(x > 0) || !x.IsFinite)
        {
            return x.IsZero ? BigFloat.NegativeInfinity : x.Sign > 0 ? x : BigFloat.NaN;
        }

        BigFloat shift = 0;
        for (; x < Far; x += 1)
        {
            shift += 1 / x;
        }

        BigFloat inverse = 1 / x, square = inverse * inverse, power = square;
        BigFloat sum = BigFloat.Log(x) - (0.5 * inverse);
        for (int k = 1; k <= Terms; k++, power *= square)
        {
            sum -= s_bernoulli[k] * power / (2.0 * k);
        }

        return sum - shift;
    }

    /// <summary>ψ′(x) for x &gt; 0.</summary>
    public static BigFloat Trigamma(BigFloat x)
    {
        if (!(x > 0) || !x.IsFinite)
        {
            return x.IsZero ? BigFloat.PositiveInfinity : x.Sign > 0 ? 0 : BigFloat.NaN;
        }

        BigFloat shift = 0;
        for (; x < Far; x += 1)
        {
            shift += 1 / (x * x);
        }

        BigFloat inverse = 1 / x, square = inverse * inverse, power = square * inverse;
        BigFloat sum = inverse + (0.5 * square);
        for (int k = 1; k <= Terms; k++, power *= square)
        {
            sum += s_bernoulli[k] * power;
        }

        return sum + shift;
    }

    /// <summary>By the recurrence Σ C(m+1, j) Bⱼ = 0.</summary>
    private static BigFloat[] Bernoulli()
    {
        int last = 2 * Terms;
        BigFloat[] all = new BigFloat[last + 1];
        all[0] = 1;
        for (int m = 1; m <= last; m++)
        {
            BigFloat sum = 0, binomial = 1;
            for (int j = 0; j < m; j++)
            {
                sum += binomial * all[j];
                binomial = binomial * (double)(m + 1 - j) / (double)(j + 1);
            }

            all[m] = m > 1 && m % 2 == 1 ? 0 : -sum / (double)(m + 1);
        }

        return [.. Enumerable.Range(0, Terms + 1).Select(k => all[2 * k])];
    }
}
