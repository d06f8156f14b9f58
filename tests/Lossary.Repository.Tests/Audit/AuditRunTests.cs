using Lossary.Audit;

namespace Lossary.Repository.Tests;

public sealed class AuditRunTests
{
    [Theory]
    [InlineData("huber")]
    [InlineData("binary-cross-entropy")]
    [InlineData("gaussian")]
    public void Finite_in_is_finite_out_over_the_extreme_grid(string loss)
    {
        (int code, string output, _) = Run(loss);
        Assert.Equal(0, code);
        Assert.Contains("1 losses, ", output, StringComparison.Ordinal);
        Assert.Contains(", 0 wrong; 0 gradients", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_without_a_formula_of_one_sample_has_its_gradient_checked()
    {
        (int code, string output, _) = Run("root-mean-squared");
        Assert.Equal(0, code);
        Assert.Contains("1 gradients, 36 checks", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_loss_is_refused_with_the_nearest()
    {
        (int code, _, string errors) = Run("hubber");
        Assert.Equal(2, code);
        Assert.Contains("huber", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        int code = AuditRun.Run(arguments, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
