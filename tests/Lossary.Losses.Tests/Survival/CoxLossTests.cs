using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CoxLossTests() : ArrayLaws<CoxLoss>
{
    [Fact]
    public void Two_rows_of_which_the_first_fails_cost_a_choice_of_two()
    {
        LossInputs<double> inputs = Patients.Of([0.5, -0.2], [1, 2], [1, 0]);
        Assert.Equal(Math.Log(1 + Math.Exp(-0.7)), default(CoxLoss).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_batch_without_an_event_costs_0_with_a_gradient_of_0()
    {
        // pycox divides by the number of events: NaN.
        LossInputs<double> inputs = Patients.Of([0.5, -0.2], [1, 2], [0, 0]);
        Assert.Equal(new Totals(0, 0), default(CoxLoss).Evaluate(inputs));
        Assert.Equal([0, 0], inputs["log-hazard"].Gradient.ToArray());
    }

    [Fact]
    public void Log_hazards_of_a_thousand_overflow_nothing()
    {
        // torchsurv takes exp without the maximum off it: above 88 in float it is infinite.
        LossInputs<double> inputs = Patients.Of([1000.0, 0, -1000], [3, 2, 1], [1, 1, 1]);
        Assert.Equal((2000 + 1000 + 0) / 3.0, default(CoxLoss).Evaluate(inputs).Mean, 12);
        ReadOnlySpan<double> gradient = inputs["log-hazard"].Gradient;
        Assert.Equal(0, gradient[0] + gradient[1] + gradient[2], 12);
        Assert.Equal(2.0 / 3, gradient[0], 12);
    }

    [Fact]
    public void A_small_risk_set_below_the_largest_log_hazard_keeps_its_gradient()
    {
        // pycox shifts all by one maximum: those far below it sink under its eps.
        LossInputs<double> inputs = Patients.Of([100.0, 0.3, -0.2], [1, 2, 3], [0, 1, 0]);
        Assert.Equal(Math.Log(1 + Math.Exp(-0.5)), default(CoxLoss).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Strata_are_risk_sets_of_their_own()
    {
        LossInputs<double> inputs = Patients.Of([0.5, -0.2, 9, 1, 3], [1, 2, 1, 1, 4], [1, 0, 1, 0, 0]);
        inputs["stratum"] = new Tensor<double>(new Shape(5), new double[] { 0, 0, 1, 1, 1 });
        double first = Math.Log(1 + Math.Exp(-0.7)), second = Math.Log(1 + Math.Exp(-8) + Math.Exp(-6));
        Assert.Equal((first + second) / 2, default(CoxLoss).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_sorted_not_compared()
    {
        int count = 100_000;
        LossInputs<double> inputs = Patients.Of(
            [.. Enumerable.Range(0, count).Select(i => Math.Sin(i))],
            [.. Enumerable.Range(0, count).Select(i => 1 + (i * 7919.0 % count))],
            [.. Enumerable.Range(0, count).Select(i => (double)(i % 2))]);
        Assert.InRange(default(CoxLoss).Evaluate(inputs).Mean, 9, 13);
        Assert.Equal(0, inputs["log-hazard"].Gradient.ToArray().Sum(), 12);
    }
}

public sealed class CoxEfronLossTests : TiedTimesLaws<CoxEfronLoss>
{
    [Fact]
    public void Two_that_fail_together_leave_half_of_themselves_for_the_second()
    {
        // ln(a + b + c) + ln(a + b + c − ½(a + b)) − z₁ − z₂.
        double a = Math.Exp(0.3), b = Math.Exp(-1.2), c = Math.Exp(0.8);
        double expected = (Math.Log(a + b + c) + Math.Log((0.5 * (a + b)) + c) - 0.3 + 1.2) / 2;
        Assert.Equal(expected, default(CoxEfronLoss).Evaluate(Patients.Of([0.3, -1.2, 0.8], [1, 1, 2], [1, 1, 0])).Mean, 14);
    }
}

public sealed class CoxCaseControlLossTests() : ArrayLaws<CoxCaseControlLoss>
{
    [Fact]
    public void One_control_makes_it_the_logistic_loss_of_the_difference()
    {
        LossInputs<double> inputs = new()
        {
            ["case"] = Tensor<double>.Variable(new Shape(1), [0.4]),
            ["control"] = Tensor<double>.Variable(new Shape(1, 1), [1.1]),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(0.7)), default(CoxCaseControlLoss).Evaluate(inputs).Mean, 14);
    }
}
