namespace Lossary.Numerics.Tests;

public sealed class NormalQuantileTests
{
    /// <summary>√2 erf⁻¹(2p − 1) by mpmath with 40 digits, p taken as the double it is; in all three pieces of AS 241.</summary>
    public static TheoryData<double, double> Quantiles => new()
    {
        { 0.5, 0.0 },
        { 0.4999999, -2.5066282747031065135e-7 },
        { 0.49, -0.025068908258711058033 },
        { 0.3, -0.52440051270804081597 },
        { 0.1, -1.2815515655446004353 },
        { 0.075, -1.4395314709384559349 },
        { 0.0749999, -1.4395321773759005864 },
        { 0.02425, -1.9729610513118848376 },
        { 1e-3, -3.0902323061678135354 },
        { 1e-8, -5.6120012441747887279 },
        { 1e-10, -6.3613409024040561991 },
        { 1.4e-11, -6.6567230915181836356 },
        { 1e-15, -7.9413453261709967713 },
        { 5.551115123125783e-17, -8.2923610758135955382 },
    };

    [Theory]
    [MemberData(nameof(Quantiles))]
    public void Quantile_has_the_digits_that_AS_241_promises(double tail, double expected)
    {
        Assert.Equal(expected, NormalQuantile.OfLowerTail(tail), 2e-15 * Math.Abs(expected));
    }
}
