using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatBot.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Surveys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SurveyDueAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SurveyWords",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SurveyDueAt",
                table: "Cases",
                column: "SurveyDueAt",
                filter: "\"SurveyDueAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_SurveyDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SurveyDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SurveyWords",
                table: "Cases");
        }
    }
}
