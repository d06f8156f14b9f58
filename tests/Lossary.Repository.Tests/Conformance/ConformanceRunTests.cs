using Lossary.Conformance;

namespace Lossary.Repository.Tests;

/// <summary>What the conformance program says of folders, good and bad.</summary>
public sealed class ConformanceRunTests
{
    /// <summary>The losses of which every golden case must pass: none may be skipped.</summary>
    private static readonly string[] Shipped =
    [
        "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "soft_margin_loss", "poisson_nll_loss", "kl_div",
        "binary_cross_entropy", "binary_cross_entropy_with_logits", "cross_entropy", "nll_loss", "multi_margin_loss",
        "barron_general", "cauchy", "expectile", "geman_mcclure", "linex", "log_cosh", "pseudo_huber", "quantile",
        "epsilon_insensitive", "squared_epsilon_insensitive", "tukey_biweight", "welsch", "msle", "mape_fraction",
        "gamma_deviance", "poisson_deviance", "generalized_kl", "jensen_shannon", "generalized_jsd", "reverse_kl",
        "margin_hinge", "margin_squared_hinge", "margin_smoothed_hinge", "margin_modified_huber", "margin_logistic",
        "margin_exponential", "margin_perceptron", "binary_focal", "binary_focal_probability", "asymmetric_loss",
        "brier_multiclass", "softmax_focal", "generalized_cross_entropy", "symmetric_cross_entropy",
        "poly1_cross_entropy", "categorical_hinge", "half_poisson", "half_gamma", "half_multinomial", "rmse",
    ];

    [Fact]
    public void The_corpus_passes_and_no_shipped_loss_is_skipped()
    {
        using StringWriter output = new(), errors = new();
        int exitCode = ConformanceRun.Run([Repository.PathOf("tests/golden")], output, errors);
        Assert.True(exitCode == 0, output.ToString() + errors);
        Assert.DoesNotContain(Shipped, name => output.ToString().Contains($" {name} (", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_that_is_met_passes()
    {
        using GoldenFolder folder = new GoldenFolder().With("some", "losses_torch", GoldenFolder.SquaredLoss()).Run();
        Assert.Equal(0, folder.ExitCode);
        Assert.Equal(["some: 1 passed 0 failed 0 skipped", "1 passed, 0 failed, 0 skipped"], Lines(folder.Output));
    }

    [Fact]
    public void A_case_that_is_not_met_fails_with_its_id_and_both_numbers()
    {
        string doctored = GoldenFolder.SquaredLoss("losses_torch/mse_loss/doctored", cost: 5);
        using GoldenFolder folder =
            new GoldenFolder().With("some", "losses_torch", GoldenFolder.SquaredLoss(), doctored).Run();
        Assert.Equal(1, folder.ExitCode);
        Assert.Equal(
            [
                "some: 1 passed 1 failed 0 skipped",
                "  losses_torch/mse_loss/doctored: value.none[0]: expected 5, got 4",
                "1 passed, 1 failed, 0 skipped",
            ],
            Lines(folder.Output));
    }

    [Fact]
    public void Twenty_failures_of_a_file_are_shown_and_the_rest_counted()
    {
        string[] doctored = [.. Enumerable.Range(0, 25).Select(i => GoldenFolder.SquaredLoss($"number/{i}", cost: 5))];
        using GoldenFolder folder = new GoldenFolder().With("some", "losses_torch", doctored).Run();
        Assert.Equal(20, Lines(folder.Output).Count(line => line.StartsWith("  number/", StringComparison.Ordinal)));
        Assert.Contains("… and 5 more", folder.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 25 failed, 0 skipped", folder.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_operation_is_skipped_and_named()
    {
        string unknown = GoldenFolder.SquaredLoss(operation: "no_such_loss");
        using GoldenFolder folder = new GoldenFolder().With("some", "losses_torch", unknown, unknown).Run();
        Assert.Equal(0, folder.ExitCode);
        Assert.Contains("  skipped: no_such_loss (2)", Lines(folder.Output));
        Assert.EndsWith("0 passed, 0 failed, 2 skipped", folder.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_of_an_unknown_group_is_skipped()
    {
        using GoldenFolder folder = new GoldenFolder().With("some", "no_such_group", GoldenFolder.SquaredLoss()).Run();
        Assert.Contains("  skipped: mse_loss (1)", Lines(folder.Output));
    }

    [Fact]
    public void A_call_that_is_to_be_refused_but_is_not_fails()
    {
        using GoldenFolder folder = new GoldenFolder().With("some", "losses_errors", GoldenFolder.SquaredLoss()).Run();
        Assert.Equal(1, folder.ExitCode);
        Assert.Contains("expected an ArgumentException", folder.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_cases_is_passed_over()
    {
        using GoldenFolder folder = new GoldenFolder()
            .WithText("definitions", """{"schema": "golden-1-definitions", "definitions": {}}""")
            .With("some", "losses_torch", GoldenFolder.SquaredLoss())
            .Run();
        Assert.Equal(0, folder.ExitCode);
        Assert.DoesNotContain("definitions", folder.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schema": "golden-2", "cases": []}""", "'golden-2'")]
    [InlineData("""{"cases": []}""", "it has none")]
    [InlineData("{", "not a file of schema golden-1")]
    public void A_file_of_another_kind_is_refused_by_name(string text, string complaint)
    {
        using GoldenFolder folder = new GoldenFolder().WithText("foreign", text).Run();
        Assert.Equal(2, folder.ExitCode);
        Assert.Contains("foreign.json", folder.Errors, StringComparison.Ordinal);
        Assert.Contains(complaint, folder.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_refused_by_name()
    {
        using GoldenFolder folder = new GoldenFolder().Run("no/such/folder");
        Assert.Equal(2, folder.ExitCode);
        Assert.Contains("no/such/folder", folder.Errors, StringComparison.Ordinal);
        Assert.Equal(2, folder.Run().ExitCode);
        Assert.Contains("holds no JSON file", folder.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_folders_it_says_how_it_is_called()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(2, ConformanceRun.Run([], output, errors));
        Assert.StartsWith("Usage:", errors.ToString(), StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
