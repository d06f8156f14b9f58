namespace Lossary.Data.Tests;

public sealed class FeatureEncoderTests
{
    [Fact]
    public void Numbers_are_standardised_by_the_training_rows_only()
    {
        Table table = Tables.Read("x,y\n1,0\n3,0\n5,0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1]);

        // Mean 2 and standard deviation 1 over the first two rows.
        Assert.Equal([-1f, 1f, 3f], encoder.Encode(table, Tables.AllRows(table)));
    }

    [Fact]
    public void Numbers_are_cut_off_at_four_standard_deviations()
    {
        Table table = Tables.Read("x,y\n1,0\n3,0\n100,0\n-100,0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1]);
        Assert.Equal([4f, -4f], encoder.Encode(table, [2, 3]));
    }

    [Fact]
    public void A_missing_number_is_the_mean_and_indicated()
    {
        Table table = Tables.Read("x,y\n1,0\n,0\n3,0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1, 2]);
        Assert.Equal(["x", "x is missing"], encoder.FeatureNames);
        Assert.Equal([-1f, 0f, 0f, 1f, 1f, 0f], encoder.Encode(table, Tables.AllRows(table)));
    }

    [Fact]
    public void A_number_missing_after_training_only_is_the_mean()
    {
        Table table = Tables.Read("x,y\n1,0\n3,0\n,0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1]);
        Assert.Equal([0f], encoder.Encode(table, [2]));
    }

    [Fact]
    public void Levels_have_a_feature_each_and_rare_ones_share_one()
    {
        Table table = Levels(("a", 12), ("b", 10), ("c", 9), ("d", 1), ("NA", 1));
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", Tables.AllRows(table));
        Assert.Equal(["x = a", "x = b", "x = (other)", "x is missing"], encoder.FeatureNames);
        Assert.Equal([1f, 0f, 0f, 0f], encoder.Encode(table, [0]));
        Assert.Equal([0f, 1f, 0f, 0f], encoder.Encode(table, [12]));
        Assert.Equal([0f, 0f, 1f, 0f], encoder.Encode(table, [22]));
        Assert.Equal([0f, 0f, 1f, 0f], encoder.Encode(table, [31]));
        Assert.Equal([0f, 0f, 0f, 1f], encoder.Encode(table, [32]));
    }

    [Fact]
    public void In_large_data_a_level_needs_one_percent_of_the_rows()
    {
        Table table = Levels(("a", 1970), ("b", 20), ("c", 19));
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", Tables.AllRows(table));
        Assert.Equal(["x = a", "x = (other)"], encoder.FeatureNames);
    }

    [Fact]
    public void An_unseen_level_is_other_or_nothing()
    {
        Table withRare = Levels(("a", 12), ("b", 12), ("c", 1), ("new", 1));
        FeatureEncoder pooled = FeatureEncoder.Fit(withRare, "y", [.. Enumerable.Range(0, 25)]);
        Assert.Equal([0f, 0f, 1f], pooled.Encode(withRare, [25]));

        Table withoutRare = Levels(("a", 12), ("b", 12), ("new", 1));
        FeatureEncoder plain = FeatureEncoder.Fit(withoutRare, "y", [.. Enumerable.Range(0, 24)]);
        Assert.Equal([0f, 0f], plain.Encode(withoutRare, [24]));
    }

    [Fact]
    public void Another_table_is_encoded_by_the_names_of_levels()
    {
        Table table = Levels(("b", 12), ("c", 12));
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", Tables.AllRows(table));
        Table other = Tables.Read("y,x\n0,a\n0,c\n0,b\n");
        Assert.Equal([0f, 0f, 0f, 1f, 1f, 0f], encoder.Encode(other, [0, 1, 2]));
        Table lacking = Tables.Read("y,z\n0,a\n");
        DataFileException refusal = Tables.Refusal(() => encoder.Encode(lacking, [0]));
        Assert.Contains("no column 'x'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_tell_nothing_are_left_out_and_told()
    {
        string rows = string.Concat(Enumerable.Range(0, 20).Select(i => $"id{i},5,same,,{i},{i % 2}\n"));
        Table table = Tables.Read("id,five,text,void,x,y\n" + rows);
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", Tables.AllRows(table));
        Assert.Equal(["x"], encoder.FeatureNames);
        Assert.Equal(["id", "five", "text", "void"], encoder.Findings.Select(finding => finding.Column));
    }

    [Fact]
    public void Many_columns_left_out_for_one_reason_are_one_finding()
    {
        Table table = Tables.Read("a,b,c,d,x,y\n1,1,1,1,1,0\n1,1,1,1,2,0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1]);
        Assert.StartsWith("4 columns left out (a, b, c, …)", Assert.Single(encoder.Findings).Message);
    }

    [Fact]
    public void Data_without_a_feature_are_refused()
    {
        Table table = Tables.Read("a,y\n1,0\n1,1\n");
        Assert.Contains("feature", Tables.Refusal(() => FeatureEncoder.Fit(table, "y", [0, 1])).Message);
        Assert.Throws<ArgumentException>(() => FeatureEncoder.Fit(table, "y", []));
    }

    [Theory]
    [InlineData("1e308", "-1e308")]
    [InlineData("1e-300", "2e-300")]
    public void Extreme_numbers_are_standardised_to_finite_features(string low, string high)
    {
        Table table = Tables.Read($"x,y\n{low},0\n{high},0\n");
        FeatureEncoder encoder = FeatureEncoder.Fit(table, "y", [0, 1]);
        Assert.All(encoder.Encode(table, [0, 1]), feature => Assert.Equal(1, Math.Abs(feature), 5));
    }

    [Fact]
    public void Variation_that_is_only_rounding_is_none()
    {
        Table table = Tables.Read("x,z,y\n0.1,1,0\n0.10000000000000002,2,0\n");
        Assert.Equal(["z"], FeatureEncoder.Fit(table, "y", [0, 1]).FeatureNames);
    }

    private static Table Levels(params (string Level, int Count)[] levels) =>
        Tables.Read("x,y\n" + string.Concat(levels.SelectMany(
            level => Enumerable.Repeat($"{level.Level},0\n", level.Count))));
}
