namespace Lossary.Losses.Tests;

public sealed class ClassCurvatureTests
{
    [Fact]
    public void Cross_entropy_bends_by_p_times_1_less_p()
    {
        double[] scores = [0.5, -1, 2, 0.25, 3, 0], curvature = new double[6];
        new CrossEntropyLoss().Evaluate(new ClassBatch<double>
        {
            Scores = scores,
            Classes = 3,
            Targets = [2, 0],
            Curvature = curvature,
            Reduction = Reduction.Sum,
        });
        for (int row = 0; row < 2; row++)
        {
            double[] part = scores[(3 * row)..(3 * (row + 1))];
            double total = part.Sum(Math.Exp);
            for (int k = 0; k < 3; k++)
            {
                double p = Math.Exp(part[k]) / total;
                Assert.Equal(p * (1 - p), curvature[(3 * row) + k], 15);
            }
        }
    }

    [Fact]
    public void A_row_that_is_right_by_far_keeps_its_curvature()
    {
        // p (1 − p) with 1 − p = e⁻⁵⁰ / (1 + e⁻⁵⁰), which is 0 as 1 less p.
        double[] curvature = new double[2];
        new CrossEntropyLoss().Evaluate(new ClassBatch<double>
        {
            Scores = [50, 0],
            Classes = 2,
            Targets = [0],
            Curvature = curvature,
        });
        Assert.Equal(1.9287498479639178e-22, curvature[0], 1e-36);
        Assert.Equal(1.9287498479639178e-22, curvature[1], 1e-36);
    }

    [Fact]
    public void A_sum_of_losses_bends_by_the_sum_of_what_they_do()
    {
        double[] sum = Of("0.5*cross-entropy+2*focal");
        double[] first = Of("cross-entropy"), second = Of("focal");
        for (int i = 0; i < sum.Length; i++)
        {
            Assert.Equal((0.5 * first[i]) + (2 * second[i]), sum[i], 14);
        }

        static double[] Of(string name)
        {
            double[] curvature = new double[3];
            ((IClassLoss)LossCatalogue.Create(name)).Evaluate(new ClassBatch<double>
            {
                Scores = [0.5, -1, 2],
                Classes = 3,
                Targets = [1],
                Curvature = curvature,
            });
            return curvature;
        }
    }

    [Fact]
    public void Too_little_room_is_refused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new CrossEntropyLoss().Evaluate(
            new ClassBatch<double> { Scores = [0.5, -1], Classes = 2, Targets = [1], Curvature = new double[1] }));
        Assert.Equal("curvature", refusal.ParamName);
    }
}
