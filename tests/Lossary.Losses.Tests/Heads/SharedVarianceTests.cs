using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>One variance for all, one for each, and a whole matrix: the same likelihood where they are the same.</summary>
public sealed class SharedVarianceTests
{
    private static readonly double[] s_residuals = [0.5, -2, 1, 3];

    [Fact]
    public void One_variance_for_all_is_learnt_as_the_mean_square()
    {
        // At ln of the mean square, 14.25 / 4, nothing pulls; the loss is ½ (ln v + 1).
        double best = Math.Log(14.25 / 4);
        (double loss, double slope) = Shared(best);
        Assert.Equal(0.5 * (best + 1), loss, 1e-14);
        Assert.Equal(0, slope, 1e-14);
        Assert.Equal(0.5 * (1 - (14.25 / 4)), Shared(0).Slope, 1e-14);
    }

    [Fact]
    public void As_logarithm_as_number_and_as_matrix_it_is_one_likelihood()
    {
        Tensor<double> mean = Vector(0, 0, 0, 0), target = Vector(s_residuals);
        double[] logarithms = [0.3, -1, 2, 0];
        double byLogarithm = new GaussianLoss(1).Evaluate(new LossInputs<double>
        {
            ["mean"] = mean,
            ["log-variance"] = Vector(logarithms),
            ["target"] = target,
        }).Mean;
        double byNumber = new GaussianVarianceLoss(1e-6, 1).Evaluate(new LossInputs<double>
        {
            ["mean"] = mean,
            ["variance"] = Vector([.. logarithms.Select(Math.Exp)]),
            ["target"] = target,
        }).Mean;
        double[] factor = new double[16];
        for (int i = 0; i < 4; i++)
        {
            // The precision's factor has 1 / σ on its diagonal, as a logarithm.
            factor[5 * i] = -0.5 * logarithms[i];
        }

        double byMatrix = new MultivariateGaussianLoss().Evaluate(new LossInputs<double>
        {
            ["mean"] = new(new Shape(1, 4), new double[4]),
            ["factor"] = new(new Shape(1, 4, 4), factor),
            ["target"] = new(new Shape(1, 4), s_residuals),
        }).Mean;
        Assert.Equal(byLogarithm, byNumber, 1e-14);
        Assert.Equal(4 * byLogarithm, byMatrix, 1e-13);
    }

    private static (double Loss, double Slope) Shared(double logVariance)
    {
        Tensor<double> one = Tensor<double>.Variable(new Shape(1), [logVariance]);
        Tape<double> tape = new();
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("gaussian");
        Tensor<double> mean = tape.Mean(loss.Terms(tape, new LossInputs<double>
        {
            ["mean"] = Vector(0, 0, 0, 0),
            ["log-variance"] = tape.BroadcastTo(one, new Shape(4)),
            ["target"] = Vector(s_residuals),
        }).Values);
        tape.Backward(mean);
        return (mean.Values[0], one.Gradient[0]);
    }

    private static Tensor<double> Vector(params double[] values) => new(new Shape(values.Length), values);
}
