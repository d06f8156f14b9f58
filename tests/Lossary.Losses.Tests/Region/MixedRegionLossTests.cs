using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class DiceCrossEntropyLossTests() : RegionLaws<DiceCrossEntropyLoss>
{
    [Fact]
    public void It_is_the_sum_of_its_two_parts()
    {
        double[] logits = [0.3, -1.2, 2.2], targets = [1, 0, 1];
        double entropy = logits.Zip(targets, (z, t) => Math.Log(1 + Math.Exp(z)) - (t * z)).Average();
        double dice = Images.Value(new DiceLoss(1, false), logits, targets);
        Assert.Equal((0.5 * dice) + (2 * entropy), Images.Value(new DiceCrossEntropyLoss(0.5, 2, 1), logits, targets), 14);
    }

    [Fact]
    public void Of_a_softmax_the_cross_entropy_is_that_of_the_class()
    {
        LossInputs<double> inputs = Images.Of([[0.3, 1], [-0.2, 2]], [[1.0, 0], [0, 1]]);
        double expected = (Math.Log(1 + Math.Exp(-0.5)) + Math.Log(1 + Math.Exp(-1))) / 2;
        Assert.Equal(expected, new DiceCrossEntropyLoss(0, 1, 1, new(Softmax: true)).Evaluate(inputs).Mean, 14);
    }
}

public sealed class DiceCrossEntropyOfSoftmaxTests() : RegionLaws<DiceCrossEntropyLoss>(1, 1, 1e-5, 0, 1, 0, 1);

public sealed class DiceCrossEntropyOfBatchTests() : RegionLaws<DiceCrossEntropyLoss>(1, 1, 1e-5, 1, 0, 1, 0);

public sealed class DiceFocalLossTests() : RegionLaws<DiceFocalLoss>
{
    [Fact]
    public void Without_gamma_it_is_Dice_and_cross_entropy()
    {
        double[] logits = [0.3, -1.2, 2.2], targets = [1, 0, 1];
        Assert.Equal(
            Images.Value(new DiceCrossEntropyLoss(1, 1, 1), logits, targets),
            Images.Value(new DiceFocalLoss(1, 1, 0, 1), logits, targets),
            14);
    }

    [Fact]
    public void A_right_pixel_counts_by_the_power_of_its_error()
    {
        double p = 1 / (1 + Math.Exp(-1.5));
        Assert.Equal(-Math.Pow(1 - p, 3) * Math.Log(p), Images.Value(new DiceFocalLoss(0, 1, 3, 1), [1.5], [1]), 14);
    }
}

public sealed class DiceFocalOfSoftmaxTests() : RegionLaws<DiceFocalLoss>(1, 1, 1.5, 1e-5, 0, 1, 0, 0);

public sealed class ComboLossTests() : RegionLaws<ComboLoss>(0.3, 0.6, 1, 1, 0, 0, 0)
{
    [Fact]
    public void At_halves_it_is_the_mean_of_half_the_cross_entropy_and_Dice()
    {
        double[] logits = [0.3, -1.2, 2.2], targets = [1, 0, 1];
        double mixed = Images.Value(new DiceCrossEntropyLoss(0.5, 0.25, 1), logits, targets);
        Assert.Equal(mixed, Images.Value(new ComboLoss(0.5, 0.5, 1), logits, targets), 14);
    }
}

public sealed class ExponentialLogarithmicLossTests() : RegionLaws<ExponentialLogarithmicLoss>
{
    [Fact]
    public void Of_one_pixel_it_is_the_sum_of_two_powers_of_logarithms()
    {
        double p = 1 / (1 + Math.Exp(-0.7)), dice = (1 - p) / ((2 * p) + (1 - p));
        double expected = (0.8 * Math.Pow(-Math.Log(1 - dice), 0.3)) + (0.2 * Math.Pow(-Math.Log(p), 0.3));
        Assert.Equal(expected, Images.Value(new ExponentialLogarithmicLoss(0.8, 0.2, 0.3, 0), [0.7], [1]), 13);
    }
}

public sealed class LovaszHingeLossTests() : ArrayLaws<LovaszHingeLoss>
{
    [Fact]
    public void One_pixel_costs_the_hinge_loss()
    {
        Assert.Equal(1.3, Value([-0.3], [1]), 14);
        Assert.Equal(0.7, Value([-0.3], [0]), 14);
        Assert.Equal(0, Value([1.5], [1]));
    }

    [Fact]
    public void Wrong_pixels_cost_what_they_take_off_the_intersection_over_union()
    {
        // Errors 3 (a miss), 2 (a false alarm), and right pixels: 1 − IoU goes 1/2, then 2/3.
        Assert.Equal((3 * 0.5) + (2 * ((2.0 / 3) - 0.5)), Value([-2.0, 1.0, 5.0, -5.0], [1, 0, 1, 0]), 14);
    }

    private static double Value(double[] logits, double[] targets) => default(LovaszHingeLoss).Evaluate(new LossInputs<double>
    {
        ["logit"] = Tensor<double>.Variable(new Shape(1, logits.Length), logits),
        ["target"] = new(new Shape(1, logits.Length), targets),
    }).Mean;
}

public sealed class LovaszSoftmaxLossTests() : ArrayLaws<LovaszSoftmaxLoss>
{
    [Fact]
    public void Only_classes_that_are_present_count()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(2, 3), [0.5, 0.25, 0.25, 0.2, 0.1, 0.7]),
            ["label"] = new(new Shape(2), new double[2]),
        };

        // Class 0 alone: errors 0.8 and 0.5, half of the intersection each.
        Assert.Equal(0.65, new LovaszSoftmaxLoss(1).Evaluate(inputs).Mean, 14);
        Assert.Equal(0, inputs["prediction"].Gradient[1]);
    }
}

public sealed class BoundaryLossTests() : ArrayLaws<BoundaryLoss>
{
    [Fact]
    public void Pixels_inside_earn_their_depth_and_pixels_outside_cost_their_distance()
    {
        LossInputs<double> inputs = new()
        {
            ["probability"] = Tensor<double>.Variable(new Shape(2), [0.5, 0.25]),
            ["distance"] = new(new Shape(2), new double[] { -2, 4 }),
        };
        Assert.Equal(0, default(BoundaryLoss).Evaluate(inputs).Mean);
        Assert.Equal([-1, 2], inputs["probability"].Gradient.ToArray());
    }
}

public sealed class HausdorffLossTests() : ArrayLaws<HausdorffLoss>
{
    [Fact]
    public void A_wrong_pixel_costs_its_squared_distances()
    {
        LossInputs<double> inputs = new()
        {
            ["probability"] = Tensor<double>.Variable(new Shape(1), [0.5]),
            ["target"] = new(new Shape(1), new double[1]),
            ["prediction-distance"] = new(new Shape(1), new double[] { 1 }),
            ["target-distance"] = new(new Shape(1), new double[] { 3 }),
        };
        Assert.Equal(2.5, new HausdorffLoss(2).Evaluate(inputs).Mean, 14);
    }
}
