namespace Lossary.Losses.Tests;

public sealed class DistillationLossTests() : ArrayLaws<DistillationLoss>
{
    [Fact]
    public void Two_classes_by_hand()
    {
        // Shares (1/4, 3/4) against (1/2, 1/2) at a temperature of 1; the label is class 1.
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], 0, Math.Log(3)),
            ["teacher"] = TestInputs.Constant([1, 2], 0, 0),
            ["target"] = TestInputs.Constant([1], 1),
        };
        double soft = (0.5 * Math.Log(0.5 / 0.25)) + (0.5 * Math.Log(0.5 / 0.75));
        Assert.Equal((0.7 * -Math.Log(0.75)) + (0.3 * soft), new DistillationLoss(1, 0.3).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void The_soft_gradient_keeps_its_size_when_the_temperature_changes()
    {
        // With small logits of mean 0 it tends to (s - t) / k at any temperature (Hinton et al., section 2.1).
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 4], 0.3, -0.1, 0.2, -0.4),
            ["teacher"] = TestInputs.Constant([1, 4], -0.2, 0.4, 0.1, -0.3),
            ["target"] = TestInputs.Constant([1], 0),
        };
        foreach (double temperature in new[] { 100.0, 1000.0 })
        {
            new DistillationLoss(temperature, 1).Evaluate(inputs);
            Assert.Equal((0.3 + 0.2) / 4, inputs["student"].Gradient[0], 2e-3);
        }
    }

    [Fact]
    public void Without_a_teacher_it_is_cross_entropy()
    {
        LossInputs<double> inputs = Example(50);
        double expected = LossCatalogue.Create<IClassLoss>("cross-entropy").Evaluate(new ClassBatch<double>
        {
            Scores = inputs["student"].Values,
            Classes = inputs["student"].Shape[1],
            Targets = [.. inputs["target"].Values.ToArray().Select(number => (int)number)],
        }).Mean;
        Assert.Equal(expected, new DistillationLoss(3, 0).Evaluate(inputs).Mean, 13);
    }
}
