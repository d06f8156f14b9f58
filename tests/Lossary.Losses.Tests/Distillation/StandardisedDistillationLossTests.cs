namespace Lossary.Losses.Tests;

public sealed class StandardisedDistillationLossTests() : ArrayLaws<StandardisedDistillationLoss>
{
    [Fact]
    public void Level_and_scale_of_the_students_logits_are_free()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 3], 11, 12, 14),
            ["teacher"] = TestInputs.Constant([1, 3], 2, 4, 8),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void Logits_that_are_all_equal_pull_nowhere(double logit)
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([2, 3], logit, logit, logit, 1, 2, 5),
            ["teacher"] = TestInputs.Constant([2, 3], 2, 4, 8, 2, 4, 8),
        };
        Assert.True(ValueOf(inputs) > 0, "It costs nothing.");
        Assert.Equal([0.0, 0, 0], inputs["student"].Gradient[..3].ToArray());
        Assert.All(inputs["student"].Gradient[3..].ToArray(), slope => Assert.InRange(Math.Abs(slope), 1e-6, 1));
    }

    [Fact]
    public void It_is_distillation_of_the_standardised_logits()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], 1, 5),
            ["teacher"] = TestInputs.Constant([1, 2], 7, -1),
        };
        LossInputs<double> plain = new()
        {
            ["student"] = TestInputs.Variable([1, 2], -1, 1),
            ["teacher"] = TestInputs.Constant([1, 2], 1, -1),
            ["target"] = TestInputs.Constant([1], 0),
        };
        Assert.Equal(new DistillationLoss(2, 1).Evaluate(plain).Mean, ValueOf(inputs), 13);
    }
}
