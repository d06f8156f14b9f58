namespace Lossary.Losses.Tests;

public sealed class DeepClusteringLossTests() : ArrayLaws<DeepClusteringLoss>
{
    /// <summary>The sharpened shares are constants to the gradient.</summary>
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void The_gradient_is_the_published_one()
    {
        // 2 / n times the sum over centres of (p - q) (z - centre) / (1 + distance squared): Xie et al., equation 4.
        double[] z = [0.3, 1.5, -0.4], centres = [0, 1];
        double[][] q = [.. z.Select(x => Shares(centres.Select(c => 1 / (1 + ((x - c) * (x - c))))))];
        double[] sums = [q.Sum(row => row[0]), q.Sum(row => row[1])];
        double[][] p = [.. q.Select(row => Shares(row.Select((share, j) => share * share / sums[j])))];
        LossInputs<double> inputs = new()
        {
            ["embedding"] = TestInputs.Variable([3, 1], z),
            ["centre"] = TestInputs.Variable([2, 1], centres),
        };
        double value = q.Zip(p, (own, sharp) => own.Zip(sharp, (x, y) => y * Math.Log(y / x)).Sum()).Average();
        Assert.Equal(value, ValueOf(inputs), 13);
        for (int i = 0; i < 3; i++)
        {
            double[] gaps = [.. centres.Select(c => z[i] - c)];
            double slope = gaps.Select((gap, j) => (p[i][j] - q[i][j]) * gap / (1 + (gap * gap))).Sum();
            Assert.Equal(2 * slope / 3, inputs["embedding"].Gradient[i], 13);
        }
    }

    private static double[] Shares(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        return [.. all.Select(weight => weight / all.Sum())];
    }
}
