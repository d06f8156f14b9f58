namespace Lossary.Studies.Tests;

public sealed class DispersionTests
{
    private static readonly double[] Means = [1, 2, 1.5, 5, 2.5, 0.8, 4, 6, 1.2, 3, 7, 0.9];

    /// <summary>Σ (y − μ)²/μ / n and its standard error, in R.</summary>
    [Fact]
    public void Index_is_pearsons_over_the_rows()
    {
        Dispersion dispersion = Dispersion.Of([0, 3, 1, 7, 2, 0, 5, 9, 1, 4, 12, 0], Means, Means);

        Assert.Equal(0.829563492063492, dispersion.Index, 12);
        Assert.Equal(0.267440219078663, dispersion.IndexError, 12);
        Assert.Equal(0, dispersion.Alpha);
    }

    /// <summary>R's uniroot of Σ (y − μ)²/(μ + αμ²) = n, and of n + 1.96 standard errors for the lower end.</summary>
    [Fact]
    public void Alpha_solves_breslows_equation()
    {
        Dispersion dispersion = Dispersion.Of([0, 3, 1, 14, 2, 0, 5, 20, 1, 4, 30, 0], Means, Means);

        Assert.Equal(1.67155906500856, dispersion.Alpha, 8);
        Assert.Equal(0.744213493163483, dispersion.AlphaLow, 8);
        Assert.True(dispersion.AlphaHigh > 10);
    }

    [Fact]
    public void The_square_is_the_product_of_the_residuals_from_both_means()
    {
        Dispersion dispersion = Dispersion.Of([5, 1], [4, 2], [2, 2]);

        // (5 − 4)(5 − 2)/3 and (1 − 2)(1 − 2)/2.
        Assert.Equal((1 + 0.5) / 2, dispersion.Index, 12);
    }
}
