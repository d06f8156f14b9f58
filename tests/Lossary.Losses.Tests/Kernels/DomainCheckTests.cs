namespace Lossary.Losses.Tests;

public sealed class DomainCheckTests
{
    public static TheoryData<string, double, double> Cases => new()
    {
        { "real", 3, double.PositiveInfinity },
        { "positive", 0.5, 0 },
        { "positive", 0.5, double.PositiveInfinity },
        { "non-negative", 0, -1e-30 },
        { "unit", 1, 1.0001 },
        { "unit", 0, -0.0001 },
        { "sign", -1, 0 },
        { "sign", 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_what_is_out_is_refused_wherever_it_stands(string name, double inside, double outside)
    {
        Domain domain = Named(name);
        foreach (int length in new[] { 1, 3, 8, 16, 31, 67 })
        {
            float[] values = [.. Enumerable.Repeat((float)inside, length)];
            DomainCheck.Check<float>(values, domain, [], [], "targets");
            for (int at = 0; at < length; at++)
            {
                float[] wrong = [.. values];
                wrong[at] = (float)outside;
                if (domain.IsEverything)
                {
                    DomainCheck.Check<float>(wrong, domain, [], [], "targets");
                    continue;
                }

                ArgumentException refusal = Assert.Throws<ArgumentException>(
                    () => DomainCheck.Check<float>(wrong, domain, [], [], "targets"));
                Assert.Contains($"targets[{at}] must be in {domain}", refusal.Message, StringComparison.Ordinal);
                float[] weights = [.. Enumerable.Range(0, length).Select(i => i == at ? 0f : 1)];
                DomainCheck.Check(wrong, domain, weights, [], "targets");
                wrong[at] = float.NaN;
                DomainCheck.Check<float>(wrong, domain, [], [], "targets");
            }
        }
    }

    [Fact]
    public void The_first_that_counts_is_named()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i is 9 or 30 ? -1.0 : 1)];
        bool[] mask = [.. Enumerable.Range(0, 40).Select(i => i != 9)];
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            () => DomainCheck.Check(values, Domain.Positive, [], mask, "targets"));
        Assert.StartsWith("targets[30] must be in (0, ∞), but is -1.", refusal.Message, StringComparison.Ordinal);
    }

    private static Domain Named(string name) => name switch
    {
        "real" => Domain.Real,
        "positive" => Domain.Positive,
        "non-negative" => Domain.NonNegative,
        "unit" => Domain.Unit,
        _ => Domain.Sign,
    };

    [Theory]
    [InlineData(1.5, false)]
    [InlineData(-1e-30, false)]
    [InlineData(double.NaN, false)]
    [InlineData(0.5, true)]
    public void One_element_of_many_ranges_is_found(double value, bool isFlag)
    {
        double[] values = new double[100_003];
        Domain domain = isFlag ? InputKinds.DomainOf(InputKind.Flag) : Domain.Unit;
        DomainCheck.Check<double>(values, domain, default, default, "targets", passesNaN: false);
        foreach (int index in (int[])[0, 70_000, 100_002])
        {
            values[index] = value;
            ArgumentException exception = Assert.ThrowsAny<ArgumentException>(
                () => DomainCheck.Check<double>(values, domain, default, default, "targets", passesNaN: false));
            Assert.Contains($"targets[{index}]", exception.Message, StringComparison.Ordinal);
            values[index] = 1;
        }
    }
}
