namespace Lossary.Losses.Tests;

public sealed class StructuralSimilarityLossTests() : ArrayLaws<StructuralSimilarityLoss>(5, 1)
{
    protected override int Rows => 3;

    [Fact]
    public void An_image_is_like_itself()
    {
        LossInputs<double> inputs = Example(70);
        inputs["target"] = TestInputs.Constant([3, 7, 7, 1], inputs["prediction"].Values.ToArray());
        Assert.Equal(0, ValueOf(inputs), 13);
    }

    [Fact]
    public void Flat_images_are_compared_by_light_alone()
    {
        // (2 * 0.5 * 0.25 + 1e-4) / (0.25 + 0.0625 + 1e-4) at every pixel.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 5, 5, 1], [.. Enumerable.Repeat(0.5, 25)]),
            ["target"] = TestInputs.Constant([1, 5, 5, 1], [.. Enumerable.Repeat(0.25, 25)]),
        };
        Assert.Equal(1 - (0.2501 / 0.3126), ValueOf(inputs), 12);
    }

    [Fact]
    public void One_window_is_the_formula_with_weighted_moments()
    {
        double[] x = [0.1, 0.7, 0.3, 0.9, 0.2, 0.5, 0.4, 0.8, 0.6], y = [0.2, 0.5, 0.4, 0.7, 0.1, 0.6, 0.3, 0.9, 0.8];
        double side = Math.Exp(-0.5 / 2.25), sum = 1 + (2 * side);
        double[] row = [side / sum, 1 / sum, side / sum];
        double Mean(Func<int, double> of) => Enumerable.Range(0, 9).Sum(i => row[i / 3] * row[i % 3] * of(i));
        double mx = Mean(i => x[i]), my = Mean(i => y[i]), sx = Mean(i => x[i] * x[i]) - (mx * mx);
        double sy = Mean(i => y[i] * y[i]) - (my * my), sxy = Mean(i => x[i] * y[i]) - (mx * my);
        double expected = ((2 * mx * my) + 1e-4) * ((2 * sxy) + 9e-4)
            / (((mx * mx) + (my * my) + 1e-4) * (sx + sy + 9e-4));
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 3, 3, 1], x),
            ["target"] = TestInputs.Constant([1, 3, 3, 1], y),
        };
        Assert.Equal(1 - expected, new StructuralSimilarityLoss(3, 1).Evaluate(inputs).Mean, 12);
    }

    [Fact]
    public void An_image_smaller_than_the_window_is_refused()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = TestInputs.Variable([1, 4, 5, 1], new double[20]),
            ["target"] = TestInputs.Constant([1, 4, 5, 1], new double[20]),
        };
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => ValueOf(inputs));
        Assert.Contains("5, the window", refusal.Message, StringComparison.Ordinal);
    }
}
