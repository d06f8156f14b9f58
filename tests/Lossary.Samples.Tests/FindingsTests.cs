using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Samples.Tests;

public sealed class FindingsTests
{
    public static TheoryData<string> Names => [.. AllFindings.InOrder.Select(finding => finding.Name)];

    /// <summary>Those that need no data but what comes along, and less than a few seconds.</summary>
    public static TheoryData<string> Quick =>
        [Quantiles.Finding.Name, PositiveWeight.Finding.Name, SquaredForClasses.Finding.Name];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_page_bears_out_every_claim_and_is_what_the_sample_writes(string name)
    {
        PublishedFinding finding = Named(name);
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "findings", name + ".md"));

        ResultTable table = ResultTable.Parse(page);

        AssertBorneOut(finding, table);
        Assert.Equal(Report.Of(finding, table), page);
    }

    [Theory]
    [MemberData(nameof(Quick))]
    public void A_quick_finding_is_found_again(string name)
    {
        PublishedFinding finding = Named(name);

        AssertBorneOut(finding, finding.Run(TextWriter.Null));
    }

    [Fact]
    public void Stars_and_visits_are_found_again_where_they_have_been_fetched()
    {
        foreach (PublishedFinding finding in (PublishedFinding[])[Giants.Finding, DoctorVisits.Finding])
        {
            if (DataFolders.TryFind(finding.Needs!) is string)
            {
                AssertBorneOut(finding, finding.Run(TextWriter.Null));
            }
            else
            {
                DataFileException missing = Assert.Throws<DataFileException>(() => finding.Run(TextWriter.Null));
                Assert.Contains($"'lossary data get {finding.Needs!.Name}'", missing.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Giants_that_are_made_up_tip_all_lines_but_the_bounded_ones()
    {
        RandomStream random = new(seed: 3);
        Star[] sequence =
        [
            .. Enumerable.Range(0, 40).Select(i => 4.1 + (0.0125 * i))
                .Select(temperature => new Star(temperature, (2.5 * temperature) - 6 + (0.35 * random.NextNormal()))),
        ];
        Star[] giants = [new(3.45, 5.8), new(3.46, 6), new(3.48, 6.1), new(3.49, 6.2)];

        ResultTable table = Giants.Run([.. sequence, .. giants]);

        Assert.True(table["squared", "slope"] < 0.5);
        Assert.True(table["huber, delta = 1.345 s", "slope"] < 0.5);
        Assert.Equal(table["squared, without the giants", "slope"], table["tukey, c = 4.685 s", "slope"], 0.3);
        Assert.Equal(0, table["tukey, c = 4.685 s", "giants' largest weight"]);
    }

    [Fact]
    public void Counts_that_are_made_up_are_the_negative_binomials_and_its_coefficients_found()
    {
        // A Poisson count whose mean has an exponential factor: the negative binomial of dispersion 1.
        RandomStream random = new(seed: 4);
        double[][] features = [.. Enumerable.Range(0, 4000).Select(_ => (double[])[1, (2 * random.NextDouble()) - 1])];
        double[] counts =
            [.. features.Select(row => Poisson(-Math.Log(1 - random.NextDouble()) * Math.Exp(0.2 + (0.8 * row[1]))))];

        ResultTable table = DoctorVisits.Run(new VisitData(features, ["constant", "illness"], counts));

        // Four standard errors.
        Assert.Equal(0.2, table["negative binomial", "constant"], 0.1);
        Assert.Equal(0.8, table["negative binomial", "illness"], 0.17);
        Assert.True(table["negative binomial", "log score"] < table["poisson", "log score"] - 0.05);
        Assert.True(table["negative binomial", "log score"] < table["squared", "log score"] - 0.05);

        // How many exponential waits fit into the mean.
        double Poisson(double mean)
        {
            double waited = -Math.Log(1 - random.NextDouble());
            int count = 0;
            for (; waited < mean; count++)
            {
                waited -= Math.Log(1 - random.NextDouble());
            }

            return count;
        }
    }

    [Fact]
    public void Few_pictures_and_one_seed_already_show_what_wrong_labels_do()
    {
        if (DataFolders.TryFind(FashionMnist.Package) is string)
        {
            ResultTable table = NoisyLabels.Run(TextWriter.Null, pictures: 2400, epochs: 25, seeds: 1);

            Assert.All(
                table.Rows,
                row => Assert.True(
                    table[row.Name, "generalised, last"] > table[row.Name, "cross entropy, last"] + 0.03, row.Name));
        }
    }

    [Fact]
    public void Few_pictures_and_one_seed_already_show_what_focal_loss_does_to_probabilities()
    {
        if (DataFolders.TryFind(FashionMnist.Package) is string)
        {
            ResultTable table = RareClass.Run(TextWriter.Null, pictures: 3000, seeds: 1);

            Assert.True(table["rare, early: focal", "stated"] > 2 * table["rare, early: focal", "true"]);
            Assert.True(table["ten, late: cross entropy", "ECE"] > table["ten, late: focal", "ECE"]);
        }
    }

    [Fact]
    public void The_exit_code_tells_what_came_of_it_and_absent_data_stop_no_other_finding()
    {
        using StringWriter written = new();
        PublishedFinding good = Made("good", _ => Table(1)), bad = Made("bad", _ => Table(0));
        PublishedFinding absent = Made("absent", _ => throw new DataFileException("stars", "not found; get it."));

        Assert.Equal(0, Run("good"));
        Assert.Equal(1, Run("bad"));
        Assert.Equal(2, Run("other"));
        Assert.Equal(3, Run("absent"));
        written.GetStringBuilder().Clear();
        Assert.Equal(3, Run("all"));
        Assert.Contains("absent: stars: not found; get it.", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("One is seen. **Not borne out.**", written.ToString(), StringComparison.Ordinal);

        int Run(string name) => Reproduction.Run([absent, good, bad], [name], written, written);
    }

    [Fact]
    public void A_table_is_read_again_as_it_was_written()
    {
        ResultTable table = new("loss", ["a", "longer"], [("one", [1.25, double.NaN]), ("second", [-0.5, -4524.44])]);

        ResultTable read = ResultTable.Parse("# Title\n\n" + table.ToMarkdown() + "\n\n- Claim.\n");

        Assert.Equal(table.ToMarkdown(), read.ToMarkdown());
        Assert.Equal((1.25, -4524.44), (read["one", "a"], read["second", "longer"]));
        Assert.True(double.IsNaN(read["one", "longer"]));
    }

    private static PublishedFinding Named(string name) => AllFindings.InOrder.Single(finding => finding.Name == name);

    private static void AssertBorneOut(PublishedFinding finding, ResultTable table) => Assert.All(
        finding.Claims, claim => Assert.True(claim.IsBorneOut(table), $"{claim.Text}\n{table.ToMarkdown()}"));

    private static PublishedFinding Made(string name, Func<TextWriter, ResultTable> run) => new()
    {
        Name = name,
        Title = name,
        Source = "made up",
        Published = "One.",
        Method = "None.",
        Run = run,
        Claims = [new("One is seen.", table => table["row", "value"] == 1)],
    };

    private static ResultTable Table(double value) => new("name", ["value"], [("row", [value])]);
}
