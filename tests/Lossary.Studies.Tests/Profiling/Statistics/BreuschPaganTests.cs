namespace Lossary.Studies.Tests;

public sealed class BreuschPaganTests
{
    /// <summary>R 4: 12 · summary(lm(e² ~ z₁ + z₂))$r.squared and pchisq of it on 2 degrees of freedom.</summary>
    [Fact]
    public void Statistic_and_p_value_are_those_of_r()
    {
        double[] first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        double[] second = [0.5, -1, 2, 0, 1, -2, 0.3, 1.1, -0.4, 0.9, -1.3, 0.2];
        double[] residuals = [0.1, -0.2, 0.3, -0.1, 0.5, -0.6, 0.4, -0.9, 1.1, -0.8, 1.4, -1.2];

        BreuschPagan test = BreuschPagan.Of([.. residuals.Select(r => r * r)], [first, second]);

        Assert.Equal(9.25777743481197, test.Statistic, 10);
        Assert.Equal(0.00976560542188896, test.PValue, 10);
    }

    [Fact]
    public void Equal_squares_do_not_depend_on_anything()
    {
        BreuschPagan test = BreuschPagan.Of([1, 1, 1, 1, 1], [[1, 2, 3, 4, 6]]);

        Assert.Equal(0, test.Statistic);
        Assert.Equal(1, test.PValue);
    }

    [Fact]
    public void Regressors_that_say_nothing_new_do_not_count()
    {
        double[] squares = [1, 4, 2, 8, 5], regressor = [1, 2, 3, 4, 6];

        BreuschPagan one = BreuschPagan.Of(squares, [regressor]);
        BreuschPagan three = BreuschPagan.Of(squares, [[7, 7, 7, 7, 7], regressor, [.. regressor.Select(x => (2 * x) - 1)]]);

        Assert.Equal(one.Statistic, three.Statistic, 9);
        Assert.Equal(one.PValue, three.PValue, 9);
        Assert.Equal(1, BreuschPagan.Of(squares, [[7, 7, 7, 7, 7]]).PValue);
    }
}
