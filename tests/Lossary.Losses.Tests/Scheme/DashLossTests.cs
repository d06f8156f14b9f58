namespace Lossary.Losses.Tests;

public sealed class DashLossTests() : ArrayLaws<DashLoss>(1.2, 1.5, 0.1, 0.6)
{
    private static readonly double s_soft = -(0.1 * Math.Log(0.25)) - (0.9 * Math.Log(0.75));

    [Fact]
    public void An_answer_is_believed_while_its_own_loss_is_below_the_threshold()
    {
        // At a temperature of 1/2 shares of (1/4, 3/4) become (1, 9)/10, whose entropy beside them is 0.3976.
        Assert.Equal(Math.Log(2), CostAt(first: s_soft + 1e-9, falls: 0), 14);
        Assert.Equal(0, CostAt(first: s_soft - 1e-9, falls: 0));
        Assert.Equal(Math.Log(2), CostAt(first: 4 * (s_soft + 1e-9), falls: 2), 14);
        Assert.Equal(0, CostAt(first: 4 * (s_soft - 1e-9), falls: 2));
    }

    [Fact]
    public void Answers_are_classes_once_the_threshold_is_as_small_as_it_gets()
    {
        // -ln 3/4 = 0.288 of the class is below 0.3, where the soft answer's 0.398 would not be; the student's is ln 2.
        DashLoss loss = new(2, 1, 0.3, 0.5);
        Assert.Equal(Math.Log(2), loss.Evaluate(Inputs(0.01, 7)).Mean, 14);
        Assert.Equal(0, new DashLoss(2, 1, 0.28, 0.5).Evaluate(Inputs(0.01, 7)).Mean);
    }

    private static double CostAt(double first, int falls) =>
        new DashLoss(2, 1, 0.05, 0.5).Evaluate(Inputs(first, falls)).Mean;

    private static LossInputs<double> Inputs(double first, int falls) => new()
    {
        ["strong"] = TestInputs.Variable([1, 2], 1, 1),
        ["weak"] = TestInputs.Constant([1, 2], 0, Math.Log(3)),
        ["first"] = TestInputs.Constant([1], first),
        ["falls"] = TestInputs.Constant([1], falls),
    };
}
